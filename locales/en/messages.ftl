# Messages of a case.

messages-none = No messages.
messages-write = Write a message
messages-readers = Read by: { $names }
messages-registry = the case manager
messages-tribunal = the arbitrator (once there is one)
messages-arbitrator = { $name } (arbitrator)
messages-other-seller = another seller
messages-comma = {", "}
messages-new-title = Write a message
messages-new-lead = Every message becomes an entry of the record. It cannot be changed or taken back.
messages-audience = Who reads it?
messages-audience-error = Choose who reads the message
messages-one-party = Only { $name }
messages-text = Message
messages-text-hint = Files go to the evidence page. Offers go to the settlement page, which the arbitrator never sees.
messages-text-error = Write the message
messages-send = Send the message
messages-flash-sent = Your message was sent. Its readers get a letter.
