using System.Globalization;
using VideoIndex.Hearing;
using VideoIndex.Media;
using VideoIndex.Transcripts;

namespace VideoIndex.Pipeline.Hearing;

/// <summary>What is listened to, and by whom.</summary>
/// <param name="Transcribers">Who listens, if anybody can.</param>
public sealed record HearingRules(ITranscribers Transcribers)
{
    /// <summary>Gets when somebody listens; the default is where there are no captions.</summary>
    public ListenWhen When { get; init; }

    /// <summary>Gets what says how many bytes the library's disk has left; by default there is always room.</summary>
    public Func<long> FreeBytes { get; init; } = () => long.MaxValue;

    /// <summary>Gets how many bytes of it are left free, whatever is to be heard; the default is 1 GB.</summary>
    public long DiskReserve { get; init; } = 1_000_000_000;

    /// <summary>Returns the tracks to be listened to, and why there are none where there should be.</summary>
    /// <param name="probe">What the container says.</param>
    /// <param name="captions">The captions that were read.</param>
    public (IReadOnlyList<AudioTrack> Tracks, IReadOnlyList<string> Unheard) TracksOf(MediaProbe probe, IReadOnlyList<Transcript> captions)
    {
        ArgumentNullException.ThrowIfNull(probe);
        ArgumentNullException.ThrowIfNull(captions);
        var tracks = TracksToHear.Of(probe, captions, When);
        return tracks is [] ? ([], [])
            : Transcribers.Missing is { } missing ? ([], [missing])
            : NoRoom(probe, tracks) is { } full ? ([], [full])
            : (tracks, []);
    }

    /// <summary>Returns a sentence for each track that was to be kept and of which nothing could be decoded.</summary>
    public static IEnumerable<string> Undecoded(IEnumerable<AudioTrack> asked, IEnumerable<KeptSound> kept) =>
        asked.ExceptBy(kept.Select(sound => sound.Track), track => track.Number)
            .Select(track => string.Create(CultureInfo.InvariantCulture, $"Audio {track.Number}: what is said was not written down, for the track could not be decoded."));

    // As much again as the reserve is left: several files may be decoded at once, and workers stop at the reserve itself.
    private string? NoRoom(MediaProbe probe, IReadOnlyList<AudioTrack> tracks)
    {
        var seconds = probe.DeclaredDuration?.Seconds.ToDouble() ?? 0;
        var bytes = (long)(seconds * ISound.Rate * KeptSound.SampleBytes * tracks.Sum(track => track.Channels == 1 ? 1 : 2));
        return FreeBytes() - bytes >= 2 * DiskReserve ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"What is said was not written down: the library's disk has no room for {bytes / 1_000_000:N0} MB of sound. Make room and run: videoindex listen");
    }
}
