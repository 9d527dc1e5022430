import { says, xml, type Deviation } from './deviation.ts';
import { descOf, monthOf } from './iak-desc.ts';

export const ofXml: readonly Deviation[] = [
  says('leaves the declaration out', ({ body }) => bare(body), xml),
  ...[
    '<?xml version="1.0" ?>',
    "<?xml version='1.0'?>",
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
    '<?xml version="1.0" encoding="ISO-8859-1"?>',
    '<?xml version="1.1"?>',
  ].map((declaration) => says(`begins with ${declaration}`, ({ body }) => declaration + bare(body), xml)),
  says('puts a comment in front', ({ body }) => body.replace('<mp>', '<!-- mobilepulsa --><mp>'), xml),
  says(
    'puts comments inside',
    ({ body }) =>
      body.replace('</price>', '<!-- rp --></price>').replace('<mp>', '<mp><!-- <price>1</price> -->'),
    xml,
  ),
  says('puts a comment behind', ({ body }) => `${body}<!-- 12 ms -->`, xml),
  says(
    'wraps every value in CDATA',
    ({ body }) => body.replaceAll(/>([^<>]+)<\//g, '><![CDATA[$1]]></'),
    xml,
  ),
  says('wraps a name in CDATA', (good) => good.writing('name', '<![CDATA[BUDI & <SITI>]]>'), xml),
  says('writes half a name in CDATA', (good) => good.writing('name', 'BUDI <![CDATA[& SITI]]>'), xml),
  says(
    'escapes an ampersand',
    (good) => good.writing('name', 'BUDI &amp; SITI &lt;3 &quot;x&quot; &apos;y&apos;'),
    xml,
  ),
  says('writes letters by number', (good) => good.writing('name', '&#66;&#x55;DI &#233;'), xml),
  says('writes digits by number', (good) => good.writing('total', '30250&#48;'), xml),
  says(
    'has an empty element',
    (good) => good.writing('name', '').replace('<tr_name></tr_name>', '<tr_name/>'),
    xml,
  ),
  says(
    'has an empty element with a blank',
    (good) => good.writing('name', '').replace('<tr_name></tr_name>', '<tr_name />'),
    xml,
  ),
  says('has an empty desc', (good) => good.saying({ details: '' }).replace('<desc></desc>', '<desc/>'), xml),
  says(
    'has attributes',
    ({ body }) =>
      body.replace('<mp>', '<mp version="2" lang="id">').replace('<price>', '<price type="double">'),
    xml,
  ),
  says('names a namespace', ({ body }) => body.replace('<mp>', '<mp xmlns="http://mobilepulsa.net">'), xml),
  says('has blanks round its values', ({ body }) => body.replaceAll(/>([^<>]+)<\//g, '> $1\n</'), xml),
  says('has blanks in its tags', ({ body }) => body.replaceAll(/<(\/?\w+)>/g, '<$1 >'), xml),
  says('answers in JSON', ({ fields }) => JSON.stringify({ data: fields, meta: [] }), xml),
  says(
    'has its months on a level more',
    (good) => good.saying({ details: { ...descOf(good), tagihan: { detail: [monthOf(good)], jumlah: 1 } } }),
    xml,
  ),
];

const bare = (body: string): string => body.replace(/^<\?.*\?>\n/, '');
