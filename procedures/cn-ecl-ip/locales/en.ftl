# Words that only the procedure under the E-Commerce Law uses.

law-cn-ecl-ip-cpl104 = Civil Procedure Law of the PRC (民事诉讼法), articles 103 and 104
law-cn-ecl-ip-cc201-mark = Whether a last day on a plain weekend moves too, or on a public holiday only

anchor-result-reached = the result of the case
anchor-court-order-entered = the entry of the court’s order

clock-publish-notice = Notice to be published
clock-publish-notice-yours = You are to publish the notice
clock-publish-notice-silence = Nothing changes by itself; the delay is reported.
clock-publish-declaration = Declaration to be published
clock-publish-declaration-yours = You are to publish the declaration
clock-publish-declaration-silence = Nothing changes by itself; the delay is reported.
clock-publish-result = Result to be published
clock-publish-result-yours = You are to publish the result
clock-publish-result-silence = Nothing changes by itself; the delay is reported.
clock-order-sue = Suit after the court order due
clock-order-sue-yours = Your suit after the court order is due
clock-order-sue-silence = Nothing changes by itself, but the court lifts its order if nobody has sued or applied for arbitration.

step-cn-ecl-ip-publish = Records a publication
do-cn-ecl-ip-publish = Record a publication
do-cn-ecl-ip-publish-hint = Notices, declarations and results are published on your own pages, without personal data. Say here what was published and when.
step-cn-ecl-ip-show-suit = Shows the suit that follows the court order
do-cn-ecl-ip-show-suit = Show the suit
do-cn-ecl-ip-show-suit-hint = Whoever asked for the order sues or applies for arbitration within thirty days, or the court lifts the order.
step-cn-ecl-ip-find-bad-faith = Finds signs of bad faith in the notice
do-cn-ecl-ip-find-bad-faith = Record signs of bad faith
do-cn-ecl-ip-find-bad-faith-hint = A person decides, and gives reasons. The rights holder reads them, and a point is added to the record of the rights holder. A notice that was only wrong is not bad faith.

document-cn-ecl-ip-publication = Publication
document-cn-ecl-ip-suit = Suit after the court order
document-cn-ecl-ip-bad-faith = Signs of bad faith
field-cn-ecl-ip-publication-what = What was published
field-cn-ecl-ip-publication-published-on = Day of publication
field-cn-ecl-ip-publication-place = Where it can be read
field-cn-ecl-ip-suit-court = Court or arbitration institution
field-cn-ecl-ip-suit-filed-on = Day on which it was filed
field-cn-ecl-ip-suit-copy = Proof that it was accepted
field-cn-ecl-ip-bad-faith-sign = What was found
field-cn-ecl-ip-bad-faith-reasons = Reasons
option-cn-ecl-ip-what-notice = The notice
option-cn-ecl-ip-what-declaration = The declaration of the seller
option-cn-ecl-ip-what-result = The result
option-cn-ecl-ip-sign-forged-proof = Forged or invalid proof of the right
option-cn-ecl-ip-sign-unstable-right = A right that the rights holder knew to be unstable
option-cn-ecl-ip-sign-not-taken-back = A notice that was not taken back when the mistake was known
option-cn-ecl-ip-sign-repeated = Wrong notices again and again
option-cn-ecl-ip-sign-other = Another sign, named in the reasons

law-cn-ecl-ip-ecl31 = E-Commerce Law of the PRC (电子商务法), article 31
law-cn-ecl-ip-cc188 = Civil Code of the PRC (民法典), article 188
law-cn-ecl-ip-cc188-mark = Whether three years after the end of a case are enough for every action
law-cn-ecl-ip-cpl250 = Civil Procedure Law of the PRC (民事诉讼法), article 250
law-cn-ecl-ip-arb54 = Arbitration Law of the PRC (仲裁法), articles 16 and 54 (text of 2017)
law-cn-ecl-ip-arb54-mark = The article numbers from 1 March 2026; an award needs an arbitration institution and its seal
law-cn-ecl-ip-enforcement3 = SPC Provisions on the enforcement of arbitral awards, Fa Shi [2018] No. 5 (法释〔2018〕5号), article 3
law-cn-ecl-ip-nyc = New York Convention of 1958 on foreign arbitral awards, articles II, IV(1) and V(1)
law-cn-ecl-ip-points = Rules of the marketplace on points for conduct
law-cn-ecl-ip-points-mark = The numbers of points and the time for which they count; no law gives them
law-cn-ecl-ip-elsewhere = Rules of the marketplace on matters elsewhere
