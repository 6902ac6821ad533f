using VideoIndex.Hearing;
using VideoIndex.Media;
using VideoIndex.Transcripts;

namespace VideoIndex.Pipeline.Hearing;

/// <summary>When somebody listens.</summary>
public enum ListenWhen
{
    /// <summary>To every audio track in whose language there are no captions.</summary>
    WhereNoCaptions = 0,

    /// <summary>To every audio track.</summary>
    Always = 1,

    /// <summary>To none.</summary>
    Never = 2,
}

/// <summary>Chooses the audio tracks that are listened to. Captions cost nothing, and are better than any model. Pure.</summary>
internal static class TracksToHear
{
    /// <summary>Returns them, in the order of the probe.</summary>
    /// <param name="probe">What the container says.</param>
    /// <param name="captions">The captions that were read.</param>
    /// <param name="when">When somebody listens.</param>
    /// <remarks>
    /// Where captions do not say their language, they are taken to be in that of the track players start with; where a track does not say its, it is
    /// taken to have the captions there are.
    /// </remarks>
    public static IReadOnlyList<AudioTrack> Of(MediaProbe probe, IReadOnlyList<Transcript> captions, ListenWhen when)
    {
        var written = captions.Where(transcript => transcript.Track is null && transcript.Utterances is not []).ToList();
        var first = probe.Audio is [var start, ..] ? SpokenLanguage.Of(start.Language) : null;
        var languages = written.Select(transcript => SpokenLanguage.Of(transcript.Language) ?? first).ToHashSet();
        return when switch
        {
            ListenWhen.Never => [],
            ListenWhen.WhereNoCaptions when written is not [] =>
                [.. probe.Audio.Where(track => SpokenLanguage.Of(track.Language) is { } language && !languages.Contains(null) && !languages.Contains(language))],
            _ => probe.Audio,
        };
    }
}
