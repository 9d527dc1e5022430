import type { Refusal } from '../../../shared/payment/refusal.ts';
import type { CodeEntry, HttpRule } from '../biller.ts';

/**
 * IAK's postpaid response codes, the whole documented list of 48 ("Response Code" of the postpaid API). A code decides
 * and never its message, which comes in two languages.
 *
 * What each is worth as the answer to a payment is our own column and stricter than IAK's: IAK calls nearly all of
 * them "failed", among them timeouts and codes that speak of the bill ("has been paid") and not of this payment.
 */

type AtPayment = CodeEntry['atPayment'];
type Clause = Refusal['id'];

const says = (reason: string, next: string): Clause => ({ reason, next });

/**
 * What a status answer's `status` cannot decide about, whatever it is; every other code is one a payment can have ended
 * with. `checkstatus` sends a user name, a reference, a command and a signature, and no product:
 * - codes of these, of the way there and of the account speak of the question: 03, 04, 06, 11, 100, 101, 102, 107, 108,
 *   117, 118 (106 names the product, so that it speaks of the payment);
 * - 01, 34 and 40 say that this bill is paid: maybe by the very payment asked about;
 * - 02 says that no payment came, which is `status` 0 and its code's to say; 05 and 201 are pending.
 */
const openAtStatus: ReadonlySet<string> = new Set(
  '01 02 03 04 05 06 11 34 40 100 101 102 107 108 117 118 201'.split(' '),
);

const entry = (code: string, atPayment: AtPayment, meaning: string, id: Clause, en: Clause): CodeEntry => ({
  code,
  meaning,
  atInquiry: code === '00' ? 'found' : 'refused',
  atPayment,
  atStatus: openAtStatus.has(code) ? 'open' : 'by-status',
  words: { id, en },
});

const waitAndAsk = 'Tunggu sebentar, lalu cek tagihannya lagi.';
const waitAndAskEn = 'Wait a little, then check the bill again.';

export const iakCodes: readonly CodeEntry[] = [
  entry(
    '00',
    'paid',
    'Payment / inquiry success',
    says('sudah berhasil', 'Tidak ada yang perlu dilakukan lagi.'),
    says('it went through', 'Nothing more is to be done.'),
  ),
  entry(
    '01',
    'unknown',
    'Invoice already paid',
    says('tagihan ini sudah dibayar', 'Jangan terima uang; cocokkan nomor dan bulannya dengan pelanggan.'),
    says('this bill has been paid already', 'Take no money; compare number and month with the customer.'),
  ),
  entry(
    '02',
    'unknown',
    'Bill unpaid',
    says('tagihan ini tercatat belum dibayar', 'Cek tagihannya lagi sebelum menerima uang.'),
    says('this bill is on record as not paid', 'Check the bill again before you take money.'),
  ),
  entry(
    '03',
    'rejected',
    'Invalid ref id',
    says(
      'nomor transaksi dari loket ini tidak diterima',
      'Cek tagihannya lagi; kalau tetap begini, hubungi IAK.',
    ),
    says(
      "this counter's transaction number was not accepted",
      'Check the bill again; if it stays like this, call IAK.',
    ),
  ),
  entry(
    '04',
    'rejected',
    'Billing id / ref id expired',
    says('hasil cek tagihan ini sudah kedaluwarsa', 'Cek tagihannya lagi, lalu bayar di hari yang sama.'),
    says('this bill was looked up too long ago', 'Check the bill again and pay it the same day.'),
  ),
  entry(
    '05',
    'unknown',
    'Undefined error',
    says('IAK tidak menyebut sebabnya', waitAndAsk),
    says('IAK does not say why', waitAndAskEn),
  ),
  entry(
    '06',
    'rejected',
    'Inquiry id (tr_id) not found',
    says('hasil cek tagihan ini tidak dikenal IAK', 'Ketik nomornya lagi dan mulai dari cek tagihan.'),
    says('IAK does not know this lookup of the bill', 'Type the number again and start with the bill.'),
  ),
  entry(
    '07',
    'unknown',
    'Transaction failed',
    says('transaksinya gagal di IAK', 'Cek tagihannya lagi sebelum menerima uang.'),
    says('the transaction failed at IAK', 'Check the bill again before you take money.'),
  ),
  entry(
    '08',
    'rejected',
    'Billing id blocked by IAK',
    says('tagihan ini diblokir IAK', 'Hubungi IAK dan sebut nomor pelanggannya.'),
    says('IAK has blocked this bill', 'Call IAK and name the customer number.'),
  ),
  entry(
    '09',
    'unknown',
    'Inquiry failed',
    says('tagihannya gagal dicek', waitAndAsk),
    says('the bill could not be looked up', waitAndAskEn),
  ),
  entry(
    '10',
    'unknown',
    'Bill not available yet',
    says('tagihannya belum terbit', 'Minta pelanggan datang lagi setelah tagihannya terbit.'),
    says('the bill has not been issued yet', 'Ask the customer to come back once the bill is out.'),
  ),
  entry(
    '11',
    'rejected',
    'Duplicate ref id',
    says(
      'nomor transaksi dari loket ini sudah pernah dipakai',
      'Cek tagihannya lagi supaya dapat nomor baru.',
    ),
    says(
      "this counter's transaction number was used before",
      'Check the bill again, which makes a new number.',
    ),
  ),
  entry(
    '13',
    'rejected',
    'Customer number blocked',
    says('nomor pelanggan ini diblokir', 'Minta pelanggan bertanya ke penyedia layanannya.'),
    says('this customer number is blocked', 'Ask the customer to speak to the service provider.'),
  ),
  entry(
    '14',
    'rejected',
    'Incorrect destination number',
    says('nomor pelanggan tidak dikenal', 'Cocokkan nomornya dengan pelanggan.'),
    says('the customer number is not known', 'Compare the number with the customer.'),
  ),
  entry(
    '15',
    'rejected',
    'Number not supported by product',
    says('nomor ini tidak cocok untuk layanan ini', 'Pilih layanan yang benar, atau cocokkan nomornya.'),
    says('this number does not fit this service', 'Choose the right service, or compare the number.'),
  ),
  entry(
    '16',
    'rejected',
    'Number does not match operator',
    says('nomor ini bukan nomor operator itu', 'Pilih operator yang sesuai dengan nomornya.'),
    says("this number is not one of that operator's", 'Choose the operator that goes with the number.'),
  ),
  entry(
    '17',
    'rejected',
    'Balance not enough',
    says('saldo deposit tidak cukup', 'Isi saldo deposit di IAK, lalu cek tagihannya lagi.'),
    says('the deposit is not enough', 'Top up the deposit at IAK, then check the bill again.'),
  ),
  entry(
    '20',
    'rejected',
    'Product unregistered',
    says('layanan ini tidak terdaftar di IAK', 'Minta pemilik memeriksa daftar layanan di Setelan.'),
    says('this service is not registered at IAK', 'Ask the owner to look at the services in the settings.'),
  ),
  entry(
    '30',
    'unknown',
    'Payment must be done via counter / PDAM',
    says('tagihan ini harus dibayar di kantor PDAM', 'Arahkan pelanggan ke kantor PDAM.'),
    says('this bill must be paid at the water company', "Send the customer to the water company's office."),
  ),
  entry(
    '31',
    'unknown',
    'Above maximum total bill',
    says(
      'jumlah tagihannya melewati batas',
      'Arahkan pelanggan ke kantor penyedia layanannya untuk tagihan sebesar ini.',
    ),
    says(
      'the bill is above the limit',
      "Send the customer to the provider's office with a bill of this size.",
    ),
  ),
  entry(
    '32',
    'unknown',
    'All periods must be paid',
    says('semua bulan harus dibayar sekaligus', 'Cek lagi dengan semua bulan yang belum dibayar.'),
    says('all months must be paid together', 'Check again with every month that is unpaid.'),
  ),
  entry(
    '33',
    'unknown',
    'Cannot be processed, try again later',
    says('sekarang belum bisa diproses', 'Tunggu beberapa saat, lalu cek tagihannya lagi.'),
    says('it cannot be processed now', 'Wait for some time, then check the bill again.'),
  ),
  entry(
    '34',
    'unknown',
    'Bill has been paid',
    says('tagihannya sudah lunas', 'Jangan terima uang lagi untuk tagihan ini.'),
    says('the bill is settled', 'Take no more money for this bill.'),
  ),
  entry(
    '35',
    'unknown',
    'Other unpaid arrear must be paid first',
    says(
      'masih ada tunggakan lain yang harus dibayar dulu',
      'Minta pelanggan melunasi tunggakan itu lebih dulu.',
    ),
    says('other arrears must be paid first', 'Ask the customer to settle those arrears first.'),
  ),
  entry(
    '36',
    'unknown',
    'Past due date, pay at counter',
    says('tagihannya sudah lewat jatuh tempo', 'Arahkan pelanggan ke kantor penyedia layanannya.'),
    says('the bill is past its due date', "Send the customer to the provider's office."),
  ),
  entry(
    '37',
    'unknown',
    'Payment failed',
    says('pembayarannya gagal', 'Cek tagihannya lagi sebelum mencoba membayar.'),
    says('the payment failed', 'Check the bill again before you try to pay it.'),
  ),
  entry(
    '38',
    'unknown',
    'Payment failed, make another request',
    says('pembayarannya gagal dan harus diminta dari awal', 'Mulai lagi dari cek tagihan.'),
    says('the payment failed and must be asked for anew', 'Start again by checking the bill.'),
  ),
  entry(
    '39',
    'unknown',
    'Pending / transaction in process',
    says('masih diproses IAK', 'Tunggu hasilnya; jangan bayar dua kali.'),
    says('IAK is still working on it', 'Wait for the result; do not pay twice.'),
  ),
  entry(
    '40',
    'unknown',
    'All or one arrear already paid',
    says('tunggakannya sudah dibayar, semua atau satu bulan', 'Cek tagihannya lagi untuk melihat sisanya.'),
    says('the arrears were paid, all or one month of them', 'Check the bill again to see what is left.'),
  ),
  entry(
    '41',
    'unknown',
    'Cannot be paid at counter, pay the company',
    says('tagihan ini tidak bisa dibayar di loket', 'Arahkan pelanggan langsung ke perusahaannya.'),
    says('this bill cannot be paid at a counter', 'Send the customer to the company itself.'),
  ),
  entry(
    '42',
    'unknown',
    'Payment request not received',
    says('permintaan bayarnya belum sampai di IAK', 'Tunggu sampai jelas; jangan bayar dua kali.'),
    says('the request to pay has not reached IAK', 'Wait until it is clear; do not pay twice.'),
  ),
  entry(
    '91',
    'unknown',
    'Database connection error',
    says('catatan di IAK sedang tidak bisa dibuka', waitAndAsk),
    says("IAK's records cannot be opened at the moment", waitAndAskEn),
  ),
  entry(
    '92',
    'unknown',
    'General error',
    says('ada gangguan di IAK', 'Tunggu sebentar, lalu cek lagi; kalau tetap begini, hubungi IAK.'),
    says('IAK has trouble of its own', 'Wait a little and check again; if it stays like this, call IAK.'),
  ),
  entry(
    '93',
    'unknown',
    'Invalid amount',
    says('jumlah uangnya tidak sesuai', 'Cek tagihannya lagi untuk melihat jumlah yang benar.'),
    says('the amount is not right', 'Check the bill again to see the right amount.'),
  ),
  entry(
    '94',
    'unknown',
    'Service has expired',
    says('layanan ini sudah tidak berlaku', 'Hubungi IAK sebelum menjual layanan ini lagi.'),
    says('this service has run out', 'Call IAK before you sell this service again.'),
  ),
  entry(
    '100',
    'rejected',
    'Invalid signature',
    says('kunci loket ini tidak cocok', 'Minta pemilik memeriksa nama pengguna dan kunci IAK di Setelan.'),
    says("this counter's key does not match", 'Ask the owner to check the user name and key of IAK.'),
  ),
  entry(
    '101',
    'rejected',
    'Invalid command',
    says('IAK tidak mengenal permintaan ini', 'Minta pemilik memasang Loket yang terbaru.'),
    says('IAK does not know this request', 'Ask the owner to install the newest Loket.'),
  ),
  entry(
    '102',
    'rejected',
    'Invalid IP address',
    says(
      'alamat internet loket ini belum didaftarkan di IAK',
      'Minta pemilik mendaftarkan alamat IP loket ini ke IAK.',
    ),
    says(
      "this counter's internet address is not registered at IAK",
      "Ask the owner to register this counter's IP address at IAK.",
    ),
  ),
  entry(
    '103',
    'unknown',
    'Timeout',
    says('penyedia layanannya tidak menjawab tepat waktu', waitAndAsk),
    says('the service provider did not answer in time', waitAndAskEn),
  ),
  entry(
    '105',
    'unknown',
    'Miscellaneous / biller system error',
    says('ada gangguan di penyedia layanannya', waitAndAsk),
    says('the service provider has trouble of its own', waitAndAskEn),
  ),
  entry(
    '106',
    'rejected',
    'Product temporarily out of service',
    says('layanan ini sedang ditutup sementara', 'Minta pelanggan datang lagi nanti.'),
    says('this service is closed for the moment', 'Ask the customer to come back later.'),
  ),
  entry(
    '107',
    'rejected',
    'Format error (XML or JSON)',
    says(
      'bentuk permintaan loket ini tidak terbaca di IAK',
      'Minta pemilik memeriksa format IAK di Setelan.',
    ),
    says(
      "IAK cannot read the form of this counter's request",
      "Ask the owner to check IAK's format in the settings.",
    ),
  ),
  entry(
    '108',
    'rejected',
    'Id cannot be used for this product',
    says('akun loket ini tidak bisa dipakai untuk layanan ini', 'Minta pemilik menanyakannya ke IAK.'),
    says("this counter's account cannot be used for this service", 'Ask the owner to take it up with IAK.'),
  ),
  entry(
    '109',
    'rejected',
    'System cut off (PLN 23:00-01:00 GMT+7)',
    says('sistem sedang tutup buku malam', 'Coba lagi setelah pukul 01.00 WIB.'),
    says('the books are being closed for the night', 'Try again after 01.00 WIB.'),
  ),
  entry(
    '110',
    'unknown',
    'Under maintenance',
    says('sistem IAK sedang dirawat', 'Tunggu sampai selesai, lalu cek tagihannya lagi.'),
    says("IAK's system is under maintenance", 'Wait until that is over, then check the bill again.'),
  ),
  entry(
    '117',
    'unknown',
    'Page not found',
    says('alamat IAK yang dipanggil tidak ada', 'Minta pemilik memeriksa alamat IAK di Setelan.'),
    says('the address of IAK that was called is not there', "Ask the owner to check IAK's address."),
  ),
  entry(
    '118',
    'rejected',
    'Account suspended',
    says('akun loket ini dibekukan IAK', 'Minta pemilik menghubungi IAK.'),
    says("IAK has suspended this counter's account", 'Ask the owner to call IAK.'),
  ),
  entry(
    '201',
    'unknown',
    'Undefined response code',
    says('IAK sendiri belum tahu hasilnya', waitAndAsk),
    says('IAK itself does not know the result yet', waitAndAskEn),
  ),
];

/** Not in IAK's list; other clients of it know them. A payment they answer stays unknown, as with any such code. */
export const reportedCodes: readonly CodeEntry[] = [
  {
    ...entry(
      '44',
      'unknown',
      'Exceeding maximal daily inquiry allowed (not documented)',
      says('nomor ini sudah terlalu sering dicek hari ini', 'Cek lagi besok, atau hubungi IAK.'),
      says('this number was checked too often today', 'Check again tomorrow, or call IAK.'),
    ),
    atStatus: 'open',
  },
  {
    ...entry(
      '45',
      'unknown',
      'Too many inquiry requests (not documented)',
      says('terlalu banyak cek tagihan dalam waktu singkat', waitAndAsk),
      says('too many bills were checked in a short time', waitAndAskEn),
    ),
    atStatus: 'open',
  },
];

const entries: ReadonlyMap<string, CodeEntry> = new Map(
  [...iakCodes, ...reportedCodes].map((each) => [each.code, each]),
);

/** `undefined` for a code that nobody knows: at an inquiry it refuses, at a payment it leaves all open. */
export const codeEntry = (code: string): CodeEntry | undefined => entries.get(code);

/**
 * IAK's general rule ("HTTP status" of the postpaid API): 200 read the code, 400 failed, any other pending. A 400
 * whose body carries no code could come from something between here and IAK, so that it leaves a payment unknown.
 */
export const httpRules: readonly HttpRule[] = [
  { status: '200', atInquiry: 'by-code', atPayment: 'by-code', meaning: 'Read the response code' },
  {
    status: '400',
    atInquiry: 'by-code',
    atPayment: 'by-code',
    meaning: 'Failed, read error_details; without a response code a payment stays unknown',
  },
  { status: 'other', atInquiry: 'refused', atPayment: 'unknown', meaning: 'Pending' },
];
