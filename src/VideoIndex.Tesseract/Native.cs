using System.Runtime.InteropServices;

namespace VideoIndex.Tesseract;

/// <summary>What is used of Tesseract's C interface, <c>tesseract/capi.h</c>. Its BOOL is an int.</summary>
internal static partial class Native
{
    public const string Library = "tesseract";

    // enum TessOcrEngineMode, TessPageSegMode, TessPageIteratorLevel
    public const int LstmOnly = 1;
    public const int SingleLine = 7;
    public const int Word = 3;

    [LibraryImport(Library, EntryPoint = "TessVersion")]
    public static partial nint Version();

    [LibraryImport(Library, EntryPoint = "TessDeleteText")]
    public static partial void DeleteText(nint text);

    [LibraryImport(Library, EntryPoint = "TessBaseAPICreate")]
    public static partial nint Create();

    [LibraryImport(Library, EntryPoint = "TessBaseAPIDelete")]
    public static partial void Delete(nint api);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIInit2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Init(nint api, string folder, string languages, int engine);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetVariable", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetVariable(nint api, string name, string value);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetPageSegMode")]
    public static partial void SetPageMode(nint api, int mode);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetImage")]
    public static partial void SetImage(nint api, ReadOnlySpan<byte> pixels, int width, int height, int bytesPerPixel, int bytesPerLine);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetSourceResolution")]
    public static partial void SetResolution(nint api, int dotsPerInch);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIRecognize")]
    public static partial int Recognize(nint api, nint monitor);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIGetIterator")]
    public static partial nint GetIterator(nint api);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIClear")]
    public static partial void Clear(nint api);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorDelete")]
    public static partial void DeleteIterator(nint results);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorNext")]
    public static partial int Next(nint results, int level);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorGetUTF8Text")]
    public static partial nint Text(nint results, int level);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorConfidence")]
    public static partial float Percent(nint results, int level);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorWordRecognitionLanguage")]
    public static partial nint Language(nint results);

    // A result iterator is a page iterator, by name only in C.
    [LibraryImport(Library, EntryPoint = "TessResultIteratorGetPageIterator")]
    public static partial nint Place(nint results);

    [LibraryImport(Library, EntryPoint = "TessPageIteratorBoundingBox")]
    public static partial int Bounds(nint place, int level, out int left, out int top, out int right, out int bottom);
}
