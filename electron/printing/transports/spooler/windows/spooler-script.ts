/**
 * The program that speaks to the Windows spooler: Windows has no command for raw bytes, and a native module would have
 * to be built for every Electron. PowerShell compiles the C# in it (C# 5: what Windows carries) and runs `Run`.
 *
 * It is constant. Everything that differs comes by the environment and is never part of a command:
 *
 * - `LOKET_SPOOL_ACTION`: `list`, or anything else for a queue's session
 * - `LOKET_SPOOL_QUEUE`, `LOKET_SPOOL_TITLE`: of a session
 * - `LOKET_SPOOL_FOLDER`: the session ends when it is gone. The bytes come in it as a file `document`, which must appear
 *   whole, and is removed once it is read; a file `cancel` takes the job back and ends the session
 * - `LOKET_SPOOL_PARENT`: the process without which it ends, and removes the folder
 *
 * What it says, one ASCII line of JSON each, is in `session-line.ts`. It decides nothing: it tells the spooler's own
 * numbers whenever they change. Layouts: PRINTER_INFO_2, PRINTER_INFO_4 and JOB_INFO_1 as of winspool.h, where pointers
 * come before numbers, so that offsets are multiples of a pointer's size on 32 and 64 bits.
 *
 * A job is paused before it is deleted: what its state says then cannot change any more, so that a job that has not
 * begun certainly never will.
 */
export const spoolerScript = String.raw`$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
try {
Add-Type -TypeDefinition @'
using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
public static class LoketSpooler
{
[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
struct DocInfo
{
[MarshalAs(UnmanagedType.LPWStr)] public string Name;
[MarshalAs(UnmanagedType.LPWStr)] public string Output;
[MarshalAs(UnmanagedType.LPWStr)] public string Type;
}
const string Dll = "winspool.drv";
[DllImport(Dll, EntryPoint = "OpenPrinterW", CharSet = CharSet.Unicode, SetLastError = true)]
static extern bool OpenPrinter(string name, out IntPtr printer, IntPtr defaults);
[DllImport(Dll, EntryPoint = "StartDocPrinterW", CharSet = CharSet.Unicode, SetLastError = true)]
static extern uint StartDocPrinter(IntPtr printer, uint level, ref DocInfo doc);
[DllImport(Dll, SetLastError = true)]
static extern bool StartPagePrinter(IntPtr printer);
[DllImport(Dll, SetLastError = true)]
static extern bool WritePrinter(IntPtr printer, byte[] bytes, uint count, out uint written);
[DllImport(Dll, SetLastError = true)]
static extern bool EndPagePrinter(IntPtr printer);
[DllImport(Dll, SetLastError = true)]
static extern bool EndDocPrinter(IntPtr printer);
[DllImport(Dll, EntryPoint = "GetPrinterW", SetLastError = true)]
static extern bool GetPrinter(IntPtr printer, uint level, IntPtr data, uint size, out uint needed);
[DllImport(Dll, EntryPoint = "GetJobW", SetLastError = true)]
static extern bool GetJob(IntPtr printer, uint job, uint level, IntPtr data, uint size, out uint needed);
[DllImport(Dll, EntryPoint = "SetJobW", SetLastError = true)]
static extern bool SetJob(IntPtr printer, uint job, uint level, IntPtr data, uint command);
[DllImport(Dll, EntryPoint = "EnumPrintersW", CharSet = CharSet.Unicode, SetLastError = true)]
static extern bool EnumPrinters(uint flags, string name, uint level, IntPtr data, uint size, out uint needed, out uint count);

delegate bool Filler(IntPtr data, uint size, out uint needed);
const int TooSmall = 122;
const int NoSuchJob = 87;
static volatile uint job;
static volatile int failure;
static volatile bool written;

static string Given(string name) { return Environment.GetEnvironmentVariable("LOKET_SPOOL_" + name); }
static void Say(string line) { Console.Out.WriteLine(line); Console.Out.Flush(); }
static void SayError(int error) { Say("{\"error\":" + error + "}"); }
static int LastError() { int error = Marshal.GetLastWin32Error(); return error == 0 ? -1 : error; }

static IntPtr Fill(Filler fill, out int error)
{
uint size = 1024;
for (;;)
{
IntPtr data = Marshal.AllocHGlobal((int)size);
uint needed;
if (fill(data, size, out needed)) { error = 0; return data; }
error = LastError();
Marshal.FreeHGlobal(data);
if (error != TooSmall || needed <= size) return IntPtr.Zero;
size = needed;
}
}

static string Quoted(IntPtr text)
{
StringBuilder quoted = new StringBuilder("\"");
foreach (char c in Marshal.PtrToStringUni(text) ?? "")
{
if (c < 32 || c > 126 || c == '"' || c == '\\') quoted.Append("\\u").Append(((int)c).ToString("x4"));
else quoted.Append(c);
}
return quoted.Append('"').ToString();
}

static void List()
{
StringBuilder found = new StringBuilder();
foreach (uint flags in new uint[] { 2, 4 })
{
uint count = 0;
int error;
IntPtr data = Fill(delegate(IntPtr to, uint size, out uint needed) {
return EnumPrinters(flags, null, flags, to, size, out needed, out count);
}, out error);
if (data == IntPtr.Zero) continue;
int length = flags == 2 ? 13 * IntPtr.Size + 32 : 3 * IntPtr.Size;
for (int i = 0; i < count; i++)
{
IntPtr entry = new IntPtr(data.ToInt64() + (long)i * length);
if (found.Length > 0) found.Append(',');
found.Append("{\"name\":").Append(Quoted(Marshal.ReadIntPtr(entry, flags == 2 ? IntPtr.Size : 0)));
if (flags == 2)
{
found.Append(",\"port\":").Append(Quoted(Marshal.ReadIntPtr(entry, 3 * IntPtr.Size)));
found.Append(",\"driver\":").Append(Quoted(Marshal.ReadIntPtr(entry, 4 * IntPtr.Size)));
}
found.Append('}');
}
Marshal.FreeHGlobal(data);
}
Say("{\"queues\":[" + found + "]}");
}

static bool Done(bool success)
{
if (!success) failure = LastError();
return success;
}

static void Print()
{
try
{
string document = Path.Combine(Given("FOLDER"), "document");
byte[] rest = File.ReadAllBytes(document);
File.Delete(document);
IntPtr printer;
if (!Done(OpenPrinter(Given("QUEUE"), out printer, IntPtr.Zero))) return;
DocInfo doc = new DocInfo();
doc.Name = Given("TITLE");
doc.Type = "RAW";
uint id = StartDocPrinter(printer, 1, ref doc);
if (!Done(id != 0)) return;
job = id;
if (!Done(StartPagePrinter(printer))) return;
while (rest.Length > 0)
{
uint count;
if (!Done(WritePrinter(printer, rest, (uint)rest.Length, out count))) return;
if (count == 0) { failure = -1; return; }
byte[] next = new byte[rest.Length - count];
Array.Copy(rest, (int)count, next, 0, next.Length);
rest = next;
}
if (Done(EndPagePrinter(printer)) && Done(EndDocPrinter(printer))) written = true;
}
catch (Exception) { failure = -1; }
}

static string JobState(IntPtr printer, out bool gone)
{
int error;
IntPtr data = Fill(delegate(IntPtr to, uint size, out uint needed) {
return GetJob(printer, job, 1, to, size, out needed);
}, out error);
gone = error == NoSuchJob;
if (data == IntPtr.Zero) return gone ? ",\"job\":null" : "";
string state = ",\"job\":" + Marshal.ReadInt32(data, 7 * IntPtr.Size) + ",\"pages\":" + Marshal.ReadInt32(data, 7 * IntPtr.Size + 16);
Marshal.FreeHGlobal(data);
return state;
}

static string QueueState(IntPtr printer)
{
int error;
IntPtr data = Fill(delegate(IntPtr to, uint size, out uint needed) {
return GetPrinter(printer, 2, to, size, out needed);
}, out error);
if (data == IntPtr.Zero) return "\"unknown\":" + error;
string state = "\"attributes\":" + Marshal.ReadInt32(data, 13 * IntPtr.Size) + ",\"status\":" + Marshal.ReadInt32(data, 13 * IntPtr.Size + 20);
Marshal.FreeHGlobal(data);
return state;
}

static void Serve()
{
Process parent = Process.GetProcessById(int.Parse(Given("PARENT")));
string folder = Given("FOLDER");
string last = null;
Thread writer = null;
IntPtr printer;
if (!OpenPrinter(Given("QUEUE"), out printer, IntPtr.Zero)) { SayError(LastError()); return; }
while (Directory.Exists(folder) && !parent.HasExited)
{
bool gone = false;
bool cancel = File.Exists(Path.Combine(folder, "cancel"));
if (writer == null && !cancel && File.Exists(Path.Combine(folder, "document")))
{
writer = new Thread(Print);
writer.IsBackground = true;
writer.Start();
}
if (job == 0 && failure != 0) { SayError(failure); return; }
string line = QueueState(printer);
if (job != 0)
{
bool isOver = written;
int failed = failure;
if (cancel) SetJob(printer, job, 0, IntPtr.Zero, 1);
line += JobState(printer, out gone) + ",\"written\":" + (isOver ? "true" : "false");
if (failed != 0) line += ",\"failed\":" + failed;
gone = gone && (isOver || failed != 0);
}
if (cancel && (job != 0 || writer == null))
{
bool deleted = job == 0 || gone || SetJob(printer, job, 0, IntPtr.Zero, 5);
Say("{" + line + ",\"cancelled\":" + (deleted ? "true" : "false") + "}");
return;
}
if (line != last) Say("{" + line + "}");
last = line;
if (gone) return;
Thread.Sleep(writer == null ? 50 : 100);
}
if (Directory.Exists(folder)) Directory.Delete(folder, true);
}

public static void Run()
{
try { if (Given("ACTION") == "list") List(); else Serve(); }
catch (Exception) { SayError(-1); }
}
}
'@
[LoketSpooler]::Run()
} catch { [Console]::Out.WriteLine('{"error":-1}') }
`;

/** A script as `powershell.exe -EncodedCommand` takes it. The whole command line may have 32767 characters. */
export const encodeCommand = (script: string): string => Buffer.from(script, 'utf16le').toString('base64');
