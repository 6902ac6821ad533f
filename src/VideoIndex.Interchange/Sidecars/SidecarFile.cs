using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoIndex.Interchange.Sidecars.Forms;
using VideoIndex.Interchange.Sidecars.Shapes;
using VideoIndex.Sidecars;

namespace VideoIndex.Interchange.Sidecars;

/// <summary>Writes side-cars as JSON, and reads them. The same side-car is the same bytes, always.</summary>
public static class SidecarFile
{
    /// <summary>What the side-car of a video calls itself.</summary>
    public const string VideoFormat = "videoindex-video";

    /// <summary>What the side-car of a library calls itself.</summary>
    public const string LibraryFormat = "videoindex-library";

    /// <summary>What the name of a side-car ends in.</summary>
    public const string Ending = ".videoindex.json";

    /// <summary>The name of the side-car of what is not of one video.</summary>
    public const string LibraryName = "library" + Ending;

    /// <summary>The version that is written, and the newest that is read.</summary>
    public const int Version = 1;

    /// <summary>The most bytes of a side-car that is read: 512 MiB.</summary>
    public const long MostBytes = 512L << 20;

    /// <summary>Writes the side-car of a video.</summary>
    public static byte[] Write(VideoSidecar sidecar)
    {
        ArgumentNullException.ThrowIfNull(sidecar);
        var shape = VideoFileForm.Of(sidecar);
        return SidecarLines.Of(Compact(shape with { Sha256 = Sum(shape, SidecarShapes.Strict.VideoFileShape) }, SidecarShapes.Strict.VideoFileShape));
    }

    /// <summary>Writes the side-car of what is not of one video.</summary>
    public static byte[] Write(LibrarySidecar sidecar)
    {
        ArgumentNullException.ThrowIfNull(sidecar);
        var shape = LibraryFileForm.Of(sidecar);
        return SidecarLines.Of(Compact(shape with { Sha256 = Sum(shape, SidecarShapes.Strict.LibraryFileShape) }, SidecarShapes.Strict.LibraryFileShape));
    }

    /// <summary>Reads the side-car of a video; one that <see cref="SidecarRules.Check(VideoSidecar)"/> has not passed yet.</summary>
    /// <exception cref="SidecarException">It is none that can be read.</exception>
    public static VideoSidecar ReadVideo(ReadOnlySpan<byte> bytes)
    {
        Expect(bytes, VideoFormat);
        var shape = Parsing.Read(bytes, SidecarShapes.Strict.VideoFileShape);
        var sidecar = VideoFileForm.Read(shape);
        CheckSum(shape.Sha256, shape with { Sha256 = null }, SidecarShapes.Strict.VideoFileShape);
        return sidecar;
    }

    /// <summary>Reads the side-car of what is not of one video; one that <see cref="SidecarRules.Check(LibrarySidecar)"/> has not passed yet.</summary>
    /// <exception cref="SidecarException">It is none that can be read.</exception>
    public static LibrarySidecar ReadLibrary(ReadOnlySpan<byte> bytes)
    {
        Expect(bytes, LibraryFormat);
        var shape = Parsing.Read(bytes, SidecarShapes.Strict.LibraryFileShape);
        var sidecar = LibraryFileForm.Read(shape);
        CheckSum(shape.Sha256, shape with { Sha256 = null }, SidecarShapes.Strict.LibraryFileShape);
        return sidecar;
    }

    private static void Expect(ReadOnlySpan<byte> bytes, string format)
    {
        if (SidecarHead.Read(bytes).Format != format)
        {
            throw new SidecarException("bad-sidecar", $"It is no side-car of the format {format}.", "/format");
        }
    }

    // Of what the file says, not of how it is laid out: a reader that writes it anew with other blanks changes nothing.
    private static string Sum<T>(T shape, JsonTypeInfo<T> type) => Convert.ToHexStringLower(SHA256.HashData(Compact(shape, type)));

    private static void CheckSum<T>(string? told, T shape, JsonTypeInfo<T> type)
    {
        if (told is not null && told != Sum(shape, type))
        {
            throw new SidecarException(
                "sidecar-damaged", "What the side-car says is not what was written: it was damaged, or somebody changed it. Whoever means the change takes the line \"sha256\" out.", "/sha256");
        }
    }

    private static byte[] Compact<T>(T shape, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(shape, type);
}
