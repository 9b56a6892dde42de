/** Few and fixed phrases about an incident that decide an argument, in all languages of the desk at once. */

/** What only an engineer says: the fault was the product's; the customer cannot help enough. */
export const PRODUCT_DEFECT =
  /product (defect|bug|fault)|bug in the product|(défaut|défaillance|bogue|bug) (du|de) produit|produktfejl|fejl i produktet|defekt (i|në) produkt|gabim i produktit|өнім(нің)? ақауы|產品(缺陷|瑕疵|錯誤)/iu;
export const NO_RESOURCES =
  /lack of resources|no resources|(manque|faute) de ressources|manglende ressourcer|mangel på ressourcer|mungesë burimesh|ресурс(тар)? жетісп|資源不足|缺乏資源/iu;

/** Somebody attacks the customer's systems (F-MSCIR-01). */
export const ATTACK =
  /ransom ?ware|cyber ?-?attack|under attack|(we|we've|have|has) been (hacked|breached)|cyber ?-?angreb|hackerangreb|under angreb|blevet hacket|cyber ?-?attaque|rançongiciel|attaque informatique|(été|sommes) piratés?|sulm kibernetik|na kanë sulmuar|kibersulm|кибершабуыл|хакерлік шабуыл|勒索軟體|網路攻擊|駭客(攻擊|入侵)|遭(到)?駭/iu;

/** The customer lets the vendor begin before the contract is signed (F-MSCIR-04). */
export const EARLY_START =
  /early start|start (before|without) (the )?(contract|signing|signature)|begin before (the )?(contract|we sign)|(commencer|démarrer) avant (la signature|le contrat)|début anticipé|tidlig start|(begynde|starte) før (kontrakten|underskriften)|nisj(e|en|es) (e|të) (hershme|parakohshme)|(filloni|nisni) para (kontratës|nënshkrimit)|ерте(рек)? баста|(келісімшарт|қол қой)\S* дейін баста|提前(開始|啟動)|簽約前(先)?(開始|啟動)/iu;

/** The analysis of causes by its name; a review speaks of causes too. */
export const ROOT_CAUSE =
  /root.cause|(?<!\p{L})(?:rca|рка|acr)(?!\p{L})|causes? (première|racine|profonde)|rodårsag|shka(k|que)\p{L}* (rrënjës|fillest)|түпкі себеп|түбірлік себеп|根本原因|根因/iu;

/** What is written after a great event, by its names. */
export const EVENT_SUMMARY =
  /event summary|résumé de l.(?:événement|évènement)|hændelsesresum|begivenhedsresum|përmbledhj\p{L}* (?:e|të|së) (?:ngjarj|incident)|raport\p{L}* pas ngjarj|оқиғаның? (?:қысқаша )?түйін|оқиға түйін|事件摘要|事件總結/iu;
