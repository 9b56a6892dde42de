/** Commands about the person who gives them. */
import { done, type Handlers } from './outcome.ts';
import { setLanguage } from './people.ts';

export const personHandlers: Handlers<'language.set'> = {
  'language.set': async ({ language }, { tenant, asker }, { store }) => {
    await setLanguage(store, tenant, asker.user, language);
    return done({ facts: { language }, citations: [] });
  },
};
