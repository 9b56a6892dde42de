/** What the pipeline says itself, when a turn does not reach the desk or the desk cannot answer it in time. */
import { errors } from '../../cards/errors.ts';
import { say } from '../../cards/strings.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { Answer, Refusal } from '../../src/command/answer.ts';

export type NoticeKind = 'still-working' | 'unknown-tenant' | 'no-person' | 'unreadable-button' | 'internal';

const texts: Readonly<Record<NoticeKind, Readonly<Record<DeskLanguage, string>>>> = {
  'still-working': {
    en: 'Still working on it. The answer follows here in a moment; you need not ask again.',
    da: 'Jeg arbejder stadig på det. Svaret kommer her om lidt; du behøver ikke at spørge igen.',
    fr: 'J’y travaille encore. La réponse arrive ici dans un instant ; inutile de redemander.',
    sq: 'Po punoj ende për këtë. Përgjigjja vjen këtu pas pak; nuk ka nevojë të pyesni përsëri.',
    kk: 'Әлі жұмыс істеп жатырмын. Жауап осында біраздан кейін келеді; қайта сұраудың қажеті жоқ.',
    'zh-Hant': '仍在處理中。答覆稍後會在這裡送出,不必再問一次。',
  },
  'unknown-tenant': {
    en: 'This desk does not know your organisation. Ask your administrator to have its work order set up here.',
    da: 'Denne desk kender ikke din organisation. Bed din administrator om at få aftalen oprettet her.',
    fr: 'Ce service ne connaît pas votre organisation. Demandez à votre administrateur de faire enregistrer son contrat.',
    sq: 'Kjo tryezë nuk e njeh organizatën tuaj. Kërkojini administratorit ta regjistrojë porosinë e punës këtu.',
    kk: 'Бұл қызмет сіздің ұйымыңызды танымайды. Әкімшіден оның тапсырысын осында тіркеуді сұраңыз.',
    'zh-Hant': '本服務台不認得您的組織。請您的管理員在此登錄貴組織的工作訂單。',
  },
  'no-person': {
    en: 'The message did not say who sent it, so nothing was done. Write to the desk from your own Teams account.',
    da: 'Beskeden sagde ikke, hvem der sendte den, så der er ikke gjort noget. Skriv fra din egen Teams-konto.',
    fr: 'Le message n’indiquait pas son expéditeur ; rien n’a été fait. Écrivez depuis votre propre compte Teams.',
    sq: 'Mesazhi nuk tregonte se kush e dërgoi, ndaj nuk u bë asgjë. Shkruani nga llogaria juaj e Teams.',
    kk: 'Хабарламада жіберуші көрсетілмеген, сондықтан ештеңе істелген жоқ. Өз Teams тіркелгіңізден жазыңыз.',
    'zh-Hant': '訊息沒有註明傳送者,因此沒有執行任何動作。請用您自己的 Teams 帳戶傳送。',
  },
  'unreadable-button': {
    en: 'This button no longer fits what the desk can do. Ask for the card again, or write what you need.',
    da: 'Denne knap passer ikke længere til det, desken kan. Bed om kortet igen, eller skriv, hvad du har brug for.',
    fr: 'Ce bouton ne correspond plus à ce que le service sait faire. Redemandez la carte ou écrivez votre besoin.',
    sq: 'Ky buton nuk përputhet më me atë që tryeza mund të bëjë. Kërkojeni kartën përsëri ose shkruani çfarë ju duhet.',
    kk: 'Бұл түйме енді қызметтің мүмкіндігіне сай келмейді. Картаны қайта сұраңыз немесе не керегін жазыңыз.',
    'zh-Hant': '這個按鈕已不適用。請重新索取卡片,或直接寫下您的需求。',
  },
  internal: {
    en: 'The desk failed on this and has noted it. Nothing may have been done: check, then ask again.',
    da: 'Desken fejlede her og har noteret det. Måske er intet gjort: se efter, og spørg igen.',
    fr: 'Le service a échoué et l’a consigné. Rien n’a peut-être été fait : vérifiez, puis redemandez.',
    sq: 'Tryeza dështoi këtu dhe e ka shënuar. Mund të mos jetë bërë asgjë: kontrolloni dhe pyesni përsëri.',
    kk: 'Қызмет қате жіберіп, оны тіркеді. Ештеңе істелмеген болуы мүмкін: тексеріп, қайта сұраңыз.',
    'zh-Hant': '服務台處理失敗並已記錄。可能沒有執行任何動作:請確認後再問一次。',
  },
};

const refusals: Readonly<Partial<Record<NoticeKind, Refusal>>> = {
  'unknown-tenant': 'unknown-tenant',
  'no-person': 'role',
  'unreadable-button': 'invalid-argument',
  internal: 'internal',
};

/** The notice as an answer of no command, in words and as the plainest card. */
export const notice = (kind: NoticeKind, language: DeskLanguage = 'en'): Answer =>
  answerOf(kind, texts[kind][language], refusals[kind], language);

/** What is wrong with what a card sent: in the words of the catalogue where it says what, such as a field left empty. */
export function unreadable(because: Refusal, language: DeskLanguage = 'en'): Answer {
  if (because === 'invalid-argument') return notice('unreadable-button', language);
  const { means, next } = errors[because];
  return answerOf('unreadable-button', `${say(language, means)} ${say(language, next)}`, because, language);
}

function answerOf(kind: NoticeKind, text: string, because: Refusal | undefined, language: DeskLanguage): Answer {
  return {
    command: '',
    args: {},
    status: because ? 'refused' : 'answered',
    ...(because ? { because: [because] } : {}),
    facts: { notice: kind },
    citations: [],
    text,
    language,
    card: plainCard(text, language),
  };
}

function plainCard(text: string, language: DeskLanguage): object {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: language,
    speak: text,
    body: [{ type: 'TextBlock', text, wrap: true }],
  };
}
