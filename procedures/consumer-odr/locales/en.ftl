# Words of the profiles of the consumer complaint.

pack-consumer-odr-eu-adr-title = Consumer complaint, European Union
pack-consumer-odr-eu-adr-about = For consumers who bought online from a seller, before a body for consumer disputes in the European Union (Directive 2013/11/EU). Nobody has to take part: a seller who says nothing in 20 working days has refused, and you can still go to a court.

state-seller-wait = Waiting for the seller
state-seller-wait-next = The seller answers or declines. Without an answer the seller has refused to take part, and the case closes.
state-refusal-over = To be sent to the seller
state-refusal-over-next = The three weeks for a refusal are over. The case manager sends the complaint to the seller.
state-seller-silent = Seller did not answer
state-seller-silent-next = The seller did not take part, and that is recorded. The case is closed here; the consumer can turn to a court, a consumer centre or an authority.
state-seller-declined = Seller does not take part
state-seller-declined-next = The seller left the procedure. The case is closed here; the consumer can turn to a court, a consumer centre or an authority.

clock-refuse = Refusal possible until
clock-refuse-yours = Your time to refuse the complaint, with reasons
clock-refuse-silence = The complaint can no longer be refused and goes to the seller.
clock-take-part = Seller’s answer due
clock-take-part-yours = Your answer is due
clock-take-part-silence = Silence counts as a refusal to take part. The case closes, and that is recorded.
clock-outer = Result due
clock-outer-yours = The result of the case is due
clock-outer-silence = Nothing changes by itself; both sides are told that the result is late.
anchor-file-complete = receipt of the complete file

step-consumer-odr-longer-answer = Gives the seller ten more working days, because the dispute is complex
do-consumer-odr-longer-answer = Give the seller more time
do-consumer-odr-longer-answer-hint = Only for a complex dispute, and only once. Both sides are told why.
step-consumer-odr-leave = Leaves the procedure
do-consumer-odr-leave = Leave the procedure
do-consumer-odr-leave-hint = The case closes without a result, and the consumer can go to a court.
step-consumer-odr-longer-case = Adds 30 days to the time for the case, because the dispute is highly complex
do-consumer-odr-longer-case = Add 30 days to the case
do-consumer-odr-longer-case-hint = Only for a highly complex dispute, at most twice, and before the time is over. Both sides are told why.
step-consumer-odr-answer-binding = Says whether a decision may bind the seller
do-consumer-odr-answer-binding = Say whether a decision may bind you
do-consumer-odr-answer-binding-hint = A decision binds only if both sides say yes after the dispute arose. Otherwise the neutral person gives a recommendation.

document-consumer-odr-complexity = Why the dispute is complex
field-consumer-odr-complexity-reasons = What makes it complex
document-consumer-odr-reason-to-leave = Leaving the procedure
field-consumer-odr-reason-to-leave-reason = Why you leave, if you want to say so
document-consumer-odr-binding-reply = Answer about a binding decision
field-consumer-odr-binding-reply-accepts = Do you accept a decision that binds you?
field-consumer-odr-binding-reply-signature = Your name as signature

pack-consumer-odr-cn-platform-title = Consumer complaint, China
pack-consumer-odr-cn-platform-about = For something bought on a platform under Chinese law (E-Commerce Law, articles 60 to 63). The seller answers within days, both sides talk, then a mediator helps for up to 30 days; complaints to an authority, arbitration and courts stay open at any time.

state-choosing-mediator = Choosing a mediator
state-choosing-mediator-next = Both sides can name mediators they accept. Without names from both in two working days, the case manager chooses.
state-mediator-wait = Mediator to be assigned
state-mediator-wait-next = The case manager assigns a mediator, who accepts or says no; the time of the mediation begins with the yes.

clock-pick = Names of mediators due
clock-pick-yours = Your names of mediators are due
clock-pick-silence = The case manager chooses the mediator.
clock-records = Contract and transaction records due
clock-records-yours = Your contract and transaction records are due
clock-records-silence = Nothing changes by itself; the delay is reported. If facts cannot be found without the records, that counts against whoever should have kept them.
clock-take-seat = Mediator to accept
clock-take-seat-yours = Your answer to the appointment is due
clock-take-seat-silence = Nothing changes by itself; the delay is reported, and somebody else can be proposed.
anchor-mediator-accepted = the mediator’s acceptance
toll-expert-opinion = waiting for an expert

step-consumer-odr-show-records = Files the contract and the transaction records
do-consumer-odr-show-records = File the contract and the records
do-consumer-odr-show-records-hint = The law asks for the original contract and the records of the transaction. Records that are lost, changed or held back can count against you.
step-consumer-odr-name-mediators = Names mediators
do-consumer-odr-name-mediators = Name mediators
do-consumer-odr-name-mediators-hint = Name the persons you would accept. If both sides name the same person, the case manager assigns that person.
step-consumer-odr-expert-begins = Asks an expert; the days of the mediation stop
do-consumer-odr-expert-begins = Stop the days for an expert
step-consumer-odr-expert-ends = Says that the expert is done; the days count again
do-consumer-odr-expert-ends = Let the days count again

document-consumer-odr-consumer-mediators = Mediators the consumer accepts
field-consumer-odr-consumer-mediators-names = Names, one on each line
document-consumer-odr-seller-mediators = Mediators the seller accepts
field-consumer-odr-seller-mediators-names = Names, one on each line
document-consumer-odr-transaction-records = Contract and transaction records
field-consumer-odr-transaction-records-records = Contract, order, payment, delivery and messages
field-consumer-odr-transaction-records-missing = What you cannot supply, and why

## The law behind the profiles

law-consumer-odr-eu-adr-tn-commence = UNCITRAL Technical Notes on Online Dispute Resolution (2016), section VI, commencement and response
law-consumer-odr-eu-adr-tn-negotiate = UNCITRAL Technical Notes on Online Dispute Resolution (2016), section VII, negotiation
law-consumer-odr-eu-adr-tn-facilitate = UNCITRAL Technical Notes on Online Dispute Resolution (2016), section VIII, facilitated settlement
law-consumer-odr-eu-adr-tn-final = UNCITRAL Technical Notes on Online Dispute Resolution (2016), section IX, final stage
law-consumer-odr-eu-adr-tn-neutral = UNCITRAL Technical Notes on Online Dispute Resolution (2016), section X, appointment, powers and independence of the neutral
law-consumer-odr-eu-adr-house = Rules of this service on its usual periods
law-consumer-odr-eu-adr-adr5 = Directive 2013/11/EU on consumer ADR, article 5(4)
law-consumer-odr-eu-adr-adr5-mark = The grounds of a refusal, and from which day the three weeks run
law-consumer-odr-eu-adr-adr8 = Directive 2013/11/EU on consumer ADR, article 8(e)
law-consumer-odr-eu-adr-adr8-mark = The 90 days; the 30 days added are a default of this service
law-consumer-odr-eu-adr-adr9 = Directive 2013/11/EU on consumer ADR, article 9
law-consumer-odr-eu-adr-adr9-mark = No number for the time to reflect; how the outcome is told in writing
law-consumer-odr-eu-adr-adr10 = Directive 2013/11/EU on consumer ADR, article 10
law-consumer-odr-eu-adr-adr10-mark = No binding agreement before the dispute arose; the amendment of 2025
law-consumer-odr-eu-adr-adr2025 = Directive (EU) 2025/2647, the duty of the seller to reply
law-consumer-odr-eu-adr-adr2025-mark = Read in summaries only; the Member States apply it later
law-consumer-odr-eu-adr-note = The 20 working days of the seller, and the 30 in a complex dispute, are those of Directive (EU) 2025/2647, which the Member States apply from 2028; until then they are a rule of the body. The time added to the 90 days is a default of this service. National law says whether a seller must take part, and how the time to go to a court stands still meanwhile.
law-consumer-odr-cn-platform-tn-commence = UNCITRAL Technical Notes on Online Dispute Resolution (2016), section VI, commencement and response
law-consumer-odr-cn-platform-tn-negotiate = UNCITRAL Technical Notes on Online Dispute Resolution (2016), section VII, negotiation
law-consumer-odr-cn-platform-tn-facilitate = UNCITRAL Technical Notes on Online Dispute Resolution (2016), section VIII, facilitated settlement
law-consumer-odr-cn-platform-tn-final = UNCITRAL Technical Notes on Online Dispute Resolution (2016), section IX, final stage
law-consumer-odr-cn-platform-tn-neutral = UNCITRAL Technical Notes on Online Dispute Resolution (2016), section X, appointment, powers and independence of the neutral
law-consumer-odr-cn-platform-house = Rules of this service on its usual periods
law-consumer-odr-cn-platform-ecl31 = E-Commerce Law of the PRC (电子商务法), article 31
law-consumer-odr-cn-platform-cc188 = Civil Code of the PRC (民法典), article 188
law-consumer-odr-cn-platform-cc188-mark = Whether three years after the end of a case are enough for every action
law-consumer-odr-cn-platform-ecl60 = E-Commerce Law of the PRC (电子商务法), article 60
law-consumer-odr-cn-platform-ecl61 = E-Commerce Law of the PRC (电子商务法), article 61
law-consumer-odr-cn-platform-ecl62 = E-Commerce Law of the PRC (电子商务法), article 62
law-consumer-odr-cn-platform-ecl63 = E-Commerce Law of the PRC (电子商务法), article 63
law-consumer-odr-cn-platform-crpl39 = Consumer Rights Protection Law of the PRC (消费者权益保护法), article 39
law-consumer-odr-cn-platform-cc201 = Civil Code of the PRC (民法典), articles 201 and 203
law-consumer-odr-cn-platform-mediation = Online Mediation Rules of the People’s Courts (人民法院在线调解规则, 2021), articles 10, 12, 15, 18, 24 and 26
law-consumer-odr-cn-platform-mediation-mark = Rules for courts, taken over by the rules of the platform; which article gives which number, and the days added
law-consumer-odr-cn-platform-spc1 = SPC Provisions on disputes over online consumption (I), Fa Shi [2022] No. 8 (法释〔2022〕8号), article 1
law-consumer-odr-cn-platform-note = The periods to answer, to hand over records and to talk are rules of a marketplace, not law. The periods of the mediation are those that the courts use online; here they hold because the rules of the platform take them over. A decision binds the seller by its agreement with the marketplace, and the consumer by consent after the dispute arose. What a side concedes in mediation is not to be used against it later.

toll-payment-reversal = a dispute about the same money at a bank or payment service
