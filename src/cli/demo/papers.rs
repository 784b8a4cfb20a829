//! Evidence for the demonstration: real PNG, PDF and text files, made here.

/// A picture of coloured blocks, as PNG (RFC 2083) with stored blocks. Enough to look like a photo of
/// goods from afar; every name gives another picture.
pub fn picture(name: &str, width: u32, height: u32) -> Vec<u8> {
    let seed = name.bytes().fold(7_u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(byte))
    });
    let colour = |part: u32| {
        let mix = seed
            .wrapping_mul(part.wrapping_add(3))
            .rotate_left(part % 29);
        [
            90 + (mix % 140) as u8,
            90 + (mix / 256 % 140) as u8,
            90 + (mix / 65_536 % 140) as u8,
        ]
    };
    let mut raw = Vec::with_capacity((width * height * 3 + height) as usize);
    for y in 0..height {
        raw.push(0);
        for x in 0..width {
            let (dx, dy) = (
                i64::from(x) - i64::from(width / 2),
                i64::from(y) - i64::from(height / 2),
            );
            let inside = dx * dx + dy * dy < i64::from(width.min(height) / 3).pow(2);
            let part = if inside {
                1 + y / (height / 6 + 1)
            } else {
                8 + (x / (width / 3 + 1))
            };
            raw.extend(colour(part));
        }
    }
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([8, 2, 0, 0, 0]);
    chunk(&mut png, *b"IHDR", &header);
    chunk(&mut png, *b"IDAT", &stored(&raw));
    chunk(&mut png, *b"IEND", &[]);
    png
}

fn chunk(png: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    png.extend(u32::try_from(data.len()).unwrap_or(0).to_be_bytes());
    let body = [kind.as_slice(), data].concat();
    png.extend(&body);
    png.extend(crc32(&body).to_be_bytes());
}

/// zlib data (RFC 1950) in stored blocks.
fn stored(raw: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let mut blocks = raw.chunks(65_535).peekable();
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        out.push(u8::from(blocks.peek().is_none()));
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(block);
    }
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in raw {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    out.extend(((b << 16) | a).to_be_bytes());
    out
}

fn crc32(data: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in data {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xEDB8_8320
            } else {
                crc >> 1
            };
        }
    }
    !crc
}

/// One page of text as PDF 1.4, in a font every reader has. ASCII only.
pub fn page(title: &str, lines: &[&str]) -> Vec<u8> {
    let plain = |text: &str| {
        text.chars()
            .filter(char::is_ascii)
            .collect::<String>()
            .replace('\\', "\\\\")
            .replace('(', "\\(")
            .replace(')', "\\)")
    };
    let mut text = format!(
        "BT /F1 18 Tf 72 770 Td ({}) Tj /F1 11 Tf 0 -34 Td 16 TL\n",
        plain(title)
    );
    for line in lines {
        text.push_str(&format!("({}) Tj T*\n", plain(line)));
    }
    text.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut pdf = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(pdf.len());
        pdf.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let start = pdf.len();
    pdf.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for offset in offsets {
        pdf.push_str(&format!("{offset:010} 00000 n \n"));
    }
    pdf.push_str(&format!(
        "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    ));
    pdf.into_bytes()
}
