using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Pipeline.Assembly;

/// <summary>Finds where a player's clock starts: the earliest presentation timestamp among the streams it plays, after edit lists.</summary>
internal static class PlayersZero
{
    /// <summary>Returns the container time that is zero on the video's own timeline.</summary>
    /// <param name="probe">What the container says.</param>
    /// <param name="firstFrame">The timestamp of the first frame that could be decoded.</param>
    /// <remarks>
    /// AVI keeps no presentation timestamps: what is reported as its start is a decoding time, before any frame is
    /// shown, so there the first decoded frame speaks for the pictures alone.
    /// </remarks>
    public static MediaTime Of(MediaProbe probe, long firstFrame)
    {
        var track = probe.Pictures[0];
        var earliest = MediaTime.FromTimestamp(firstFrame, track.TimeBase);
        if (track.StartTimestamp is { } start && probe.Format != "avi")
        {
            earliest = Earlier(earliest, MediaTime.FromTimestamp(start, track.TimeBase));
        }

        return OfSound(probe) is { } sound ? Earlier(earliest, sound) : earliest;
    }

    /// <summary>Returns what the container's word alone makes of it, before anything is decoded. A decode may know better.</summary>
    public static MediaTime Declared(MediaProbe probe) => probe.Pictures switch
    {
        [{ StartTimestamp: { } start }, ..] => Of(probe, start),
        _ => OfSound(probe) ?? default(MediaTime),
    };

    /// <summary>Returns when the audio track a player starts with is first heard; null without one.</summary>
    public static MediaTime? OfSound(MediaProbe probe) =>
        probe.Audio is [{ StartTimestamp: { } start } track, ..] ? MediaTime.FromTimestamp(start, track.TimeBase) : null;

    private static MediaTime Earlier(MediaTime one, MediaTime other) => one < other ? one : other;
}
