using System.Globalization;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Clips;

/// <summary>One coded picture in a container.</summary>
/// <param name="Timestamp">When it is shown, in units of the stream's time base.</param>
/// <param name="Sync">Whether decoding can start at it.</param>
/// <param name="Hidden">Whether an edit list keeps it from being shown.</param>
internal sealed record PicturePacket(long Timestamp, bool Sync, bool Hidden);

/// <summary>The coded pictures of a file, listed without decoding. Pure.</summary>
internal static class PicturePackets
{
    /// <summary>Returns the ffprobe command.</summary>
    /// <param name="stream">The stream, as ffprobe selects it.</param>
    /// <param name="from">Where to start, on the container's clock; null for the start of the file.</param>
    /// <param name="until">Where to stop; null for the end of the file.</param>
    public static IReadOnlyList<string> Arguments(string stream, MediaTime? from, MediaTime? until)
    {
        string[] interval = from is null && until is null ? [] : ["-read_intervals", $"{Microseconds(from)}%{Microseconds(until)}"];
        return
        [
            "-v", "error", "-hide_banner", .. AllowList.Options, "-select_streams", stream, .. interval,
            "-show_entries", "packet=pts,flags", "-of", "csv=p=0", "-i", ToolCall.InputName,
        ];
    }

    /// <summary>Reads the listing; pictures without a timestamp are left out.</summary>
    public static IReadOnlyList<PicturePacket> Read(string listing) =>
    [
        .. from line in listing.Split('\n')
           let fields = line.Split(',')
           where fields.Length >= 2 && Number(fields[0]) is not null
           select new PicturePacket(
               Number(fields[0])!.Value,
               fields[1].Contains('K', StringComparison.Ordinal),
               fields[1].Contains('D', StringComparison.Ordinal)),
    ];

    private static long? Number(string field) =>
        long.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Microseconds(MediaTime? time) =>
        time is { } at ? string.Create(CultureInfo.InvariantCulture, $"{(at.Seconds * new Rational(1_000_000, 1)).Floor()}us") : "";
}
