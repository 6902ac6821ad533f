using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using VideoIndex.Importing;
using VideoIndex.Interchange.Captions;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Importing;

/// <summary>Takes in the bytes of a file: finds out which text they are and in which format, and reads it.</summary>
public static class ImportFile
{
    /// <summary>The most bytes of a file: 200 MB.</summary>
    public const long MostBytes = 200_000_000;

    // What machines write is UTF-8; what people typed years ago may be in the code page of their country.
    private static readonly string[] Typed = [".srt", ".vtt", ".ass", ".ssa", ".sbv", ".csv", ".txt", ".edl"];

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">What is in it.</param>
    /// <param name="format">The format, as typed; null to go by the file's ending and what is in it.</param>
    /// <param name="order">What it is read for.</param>
    /// <returns>The format it was read as, and what it says.</returns>
    /// <exception cref="ImportException">It is too large, no text, of an unknown format, or cannot be read as its format.</exception>
    public static (string Format, ImportReading Reading) Read(byte[] bytes, string? format, ImportOrder order)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(order);
        if (bytes.LongLength > MostBytes)
        {
            throw new ImportException("bad-import", $"'{order.FileName}' is larger than 200 MB.");
        }

        var ending = Path.GetExtension(order.FileName).ToLowerInvariant();
        var (text, complaint) = TextOf(bytes, ending, order);
        var reader = format is null ? Recognised(text, ending, order.FileName) : Named(format);
        try
        {
            var reading = reader.Read(text, order);
            return (reader.Name, complaint is null ? reading : reading with { Complaints = [complaint, .. reading.Complaints] });
        }
        catch (OverflowException)
        {
            throw new ImportException("bad-import", $"'{order.FileName}' has times that are too fine or too large to be reckoned with.");
        }
    }

    /// <summary>Returns what names an import: made of the video, the format and the bytes.</summary>
    public static string IdOf(VideoId video, string format, byte[] bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{video}\n{format}\n"));
        hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>Makes what is kept of what was read.</summary>
    public static Import Taken(byte[] bytes, string format, ImportReading reading, ImportOrder order, DateTimeOffset made)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(order);
        return new Import(IdOf(order.Video.Id, format, bytes), order.Video.Id, order.FileName, format, made, reading.Tags, reading.Transcripts)
        {
            Complaints = reading.Complaints,
            Verbatim = reading.Verbatim,
        };
    }

    private static (string Text, string? Complaint) TextOf(byte[] bytes, string ending, ImportOrder order)
    {
        var isUtf8 = Utf8.IsValid(bytes);
        var text = CaptionEncoding.Decode(bytes, order.Language)?.TrimStart('\uFEFF');
        if (text is null)
        {
            throw new ImportException("bad-import", $"'{order.FileName}' is no text.");
        }

        var isUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || bytes.AsSpan().Contains((byte)0);
        return isUtf8 || isUtf16 ? (text, null)
            : Typed.Contains(ending) ? (text, "It is not in UTF-8: it was read in the code page of its language, Windows-1252 where that is unknown. Letters beyond A to Z may be wrong.")
            : throw new ImportException("bad-import", $"'{order.FileName}' is not in UTF-8: write it as that and take it in again.");
    }

    private static IImportReader Named(string format) => ImportReaders.Named(format)
        ?? throw new ImportException("unknown-format", $"There is no format '{format}' to take in. There are {Names(ImportReaders.All)}.");

    private static IImportReader Recognised(string text, string ending, string name)
    {
        var alike = ImportReaders.All.Where(reader => reader.Endings.Contains(ending)).ToList();
        return alike.FirstOrDefault(reader => reader.Recognises(text))
            ?? (alike is [var only] ? only : throw new ImportException("unknown-format", alike is []
                ? $"What '{name}' ends in tells no format. Name it with --format: {Names(ImportReaders.All)}."
                : $"'{name}' looks like none of {Names(alike)}. Name the one it is with --format."));
    }

    private static string Names(IReadOnlyList<IImportReader> readers) => string.Join(", ", readers.Select(reader => reader.Name));
}
