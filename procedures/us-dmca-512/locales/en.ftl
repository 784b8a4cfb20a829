# Words that only the procedure under 17 U.S.C. 512 uses.

law-us-dmca-512-512c3B-mark = Paragraph (ii), on helping a sender whose notice is nearly complete
law-us-dmca-512-507b = 17 U.S.C. 507(b)
law-us-dmca-512-507b-mark = From when the three years run, and whether three years after the end of a case are enough
law-us-dmca-512-faa = Federal Arbitration Act, 9 U.S.C. 9, 13 and 207
law-us-dmca-512-nyc = New York Convention of 1958 on foreign arbitral awards, articles II, IV(1) and V(1)
law-us-dmca-512-policy = Rules of this service on repeat infringers
law-us-dmca-512-policy-mark = The numbers of points and the time for which they count; the statute gives none
law-us-dmca-512-elsewhere = Rules of this service on matters elsewhere
