"""The one door to sending: one mail to one recipient over SMTP (RFC 5321), and an honest answer of what became of it.

Nothing of smtplib leaves this package. What may be tried again is told from what may not by the moment of failure:
until the server has asked for the text (354) nothing was taken over, so a broken connection is passing. From then until
its answer nobody can know: that is ``SendUnknown``, which is looked up or shown to the person, and never repeated by
itself.
"""
