using VideoIndex.Ffmpeg.Captions.Cea608;
using VideoIndex.Ffmpeg.Captions.Pictures;
using VideoIndex.Media;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Ffmpeg.Captions.Tracks;

/// <summary>Makes transcripts of the packets of one text track.</summary>
internal static class TextTrack
{
    /// <summary>FFmpeg's name for a track of caption pairs, as QuickTime has them.</summary>
    private const string CaptionPairs = "eia_608";

    // The last cue of a track that gives no lengths: about as long as a line is shown by habit.
    private static readonly MediaDuration Habit = new(new Rational(4, 1));

    /// <summary>Returns whether tracks of a codec can be read at all.</summary>
    public static bool IsReadable(string codec) => codec == CaptionPairs || TextPayload.IsText(codec);

    /// <summary>Returns what the track says; nothing when it has no words.</summary>
    /// <param name="track">The track.</param>
    /// <param name="packets">Its packets, in the container's order.</param>
    /// <param name="zero">The container time that is zero on the player's clock.</param>
    public static IReadOnlyList<Transcript> Read(CaptionTrack track, IReadOnlyList<TextPacket> packets, MediaTime zero)
    {
        MediaTime On(long timestamp) => new((MediaTime.FromTimestamp(timestamp, track.TimeBase) - zero).Seconds);
        if (track.Codec == CaptionPairs)
        {
            return ReadPairs(track, packets, On);
        }

        var starts = packets.Select(packet => packet.Start).Distinct().Order().ToArray();
        var cues = packets.Select(packet => (On(packet.Start), End(packet, starts, On), TextPayload.Read(track.Codec, packet.Payload)));
        var utterances = Cues.InOrder(cues);
        var origin = new Origin("container", $"{track.Codec} track {track.Number}");
        return utterances.Count > 0 ? [new Transcript(track.Language, origin, utterances)] : [];
    }

    // A cue without a length lasts until the next packet, be it an empty one that is there to end it.
    private static MediaTime End(TextPacket packet, long[] starts, Func<long, MediaTime> on)
    {
        if (packet.Duration is { } duration)
        {
            return on(packet.Start) + (on(duration) - on(0));
        }

        var next = Array.BinarySearch(starts, packet.Start) + 1;
        return next < starts.Length ? on(starts[next]) : on(packet.Start) + Habit;
    }

    private static IReadOnlyList<Transcript> ReadPairs(CaptionTrack track, IReadOnlyList<TextPacket> packets, Func<long, MediaTime> on)
    {
        var transcripts = new Cea608Transcripts(new Rational(1, 1) / track.TimeBase);
        var pairs = new List<CaptionPair>();
        foreach (var packet in packets.OrderBy(packet => packet.Start))
        {
            pairs.Clear();
            CaptionUserData.ReadTriplets(packet.Payload, pairs);
            transcripts.Add(packet.Start, pairs);
        }

        return [.. transcripts.Finish(on).Select(transcript => transcript with { Language = track.Language })];
    }
}
