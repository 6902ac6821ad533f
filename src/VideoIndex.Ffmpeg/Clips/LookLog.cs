using System.Globalization;
using System.Text.RegularExpressions;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Clips;

/// <summary>Reads what FFmpeg tells of the frames that are looked at, and refuses a clip whose frames are not the ones that will be encoded, all of one kind.</summary>
/// <remarks>
/// What covers faces is laid over frames by their timestamps, through filters made for frames of one size and format. Where either is not as
/// thought, a frame might pass uncovered, so there is no clip then.
/// </remarks>
internal sealed partial class LookLog
{
    private readonly List<long?> _timestamps = [];
    private string? _kind, _otherKind;

    /// <summary>Takes one line of FFmpeg's log, or null after the last.</summary>
    public void OnLine(string? line)
    {
        if (line is null || !line.StartsWith("[" + ClipCommand.LookLog + " @ ", StringComparison.Ordinal) || Frame().Match(line) is not { Success: true } frame)
        {
            return;
        }

        _timestamps.Add(long.TryParse(frame.Groups["pts"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var pts) ? pts : null);
        var kind = $"{frame.Groups["size"].Value} ({frame.Groups["format"].Value})";
        _kind ??= kind;
        _otherKind ??= kind == _kind ? null : kind;
    }

    /// <summary>Refuses the clip where the frames changed on the way, or were not those the clip is to hold.</summary>
    /// <param name="order">The clip.</param>
    /// <param name="frames">The frames it is to hold.</param>
    /// <param name="looked">How many were looked at.</param>
    /// <exception cref="MediaRefusedException">Something in it could stay uncovered.</exception>
    public void Check(ClipOrder order, ClipFrames frames, int looked)
    {
        if (_otherKind is { } other)
        {
            throw ClipFile.Refused("changing-pictures", $"its pictures change from {_kind} to {other} on the way, and a face could pass uncovered.");
        }

        if (looked != frames.Count)
        {
            throw ClipFile.Refused("clip-failed", $"{looked} frames could be looked at for faces, of {frames.Count}.");
        }

        var expected = order.Evidence.Timestamps.Skip(frames.First).Take(frames.Count).Select(pts => (long?)pts).ToList();
        if (!_timestamps.Where(pts => pts >= expected[0] && pts <= expected[^1]).SequenceEqual(expected))
        {
            throw ClipFile.Refused("clip-failed", "its frames do not have the times they had when the video was indexed, so that faces could not be covered in time.");
        }
    }

    [GeneratedRegex(@" n: *\d+ pts: *(?<pts>-?\d+|NOPTS) .*? fmt:(?<format>\S+) .*? s:(?<size>\d+x\d+) ", RegexOptions.CultureInvariant)]
    private static partial Regex Frame();
}
