using VideoIndex.Media;
using VideoIndex.Pipeline.Assembly;
using VideoIndex.Pipeline.Library;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Hearing;

/// <summary>Listens to videos that were indexed before: only their sound is decoded again.</summary>
/// <param name="decoder">Decodes.</param>
/// <param name="catalog">The videos.</param>
/// <param name="scribe">Writes down what is said.</param>
/// <param name="library">Where the sound lies in the meantime.</param>
/// <param name="clock">Says what is old.</param>
public sealed class Rehearing(IMediaDecoder decoder, ICatalog catalog, Scribe scribe, LibraryFolder library, TimeProvider clock)
{
    private const string Name = "work/hearing-";
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>Listens to a video, and keeps what is said in the place of what the same author wrote of it before.</summary>
    /// <param name="video">The video, which was probed.</param>
    /// <param name="numbers">The numbers of the audio tracks, from 1; all where there are none.</param>
    /// <param name="progress">Is told of each sound how many samples of how many are done.</param>
    /// <param name="cancellationToken">Stops it; what was written down by then is kept.</param>
    /// <returns>What was written down, and a sentence for each track that could not be decoded.</returns>
    /// <exception cref="MediaRefusedException">Nothing could be decoded.</exception>
    /// <exception cref="Inference.ModelException">Nobody can listen, or the model failed.</exception>
    public async Task<(IReadOnlyList<Transcript> Heard, IReadOnlyList<string> Notes)> RunAsync(
        Video video, IReadOnlyList<int> numbers, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(numbers);
        var probe = video.Probe!;
        var evidence = await catalog.ReadEvidenceAsync(video.Id, cancellationToken).ConfigureAwait(false);
        var zero = evidence?.Zero ?? PlayersZero.Declared(probe);
        List<AudioTrack> tracks = [.. probe.Audio.Where(track => numbers.Count == 0 || numbers.Contains(track.Number))];
        DeleteForgotten();
        using var sounds = new SoundDraft(Directory.CreateDirectory(library.PathOf(Name + Path.GetRandomFileName())).FullName);
        var order = new SoundOrder(video.Path, probe) { Kept = tracks, Folder = sounds.Folder };
        var decoded = await decoder.MeasureSoundAsync(order, cancellationToken).ConfigureAwait(false);
        var heard = new List<Transcript>();
        foreach (var ear in SoundShelf.Fill(sounds.Folder!, decoded.Kept).Ears)
        {
            heard.Add(await HearAsync(video.Id, sounds.Folder!, ear, zero, progress, cancellationToken).ConfigureAwait(false));
        }

        return (heard, [.. HearingRules.Undecoded(tracks, decoded.Kept)]);
    }

    private async Task<Transcript> HearAsync(VideoId video, string folder, Ear ear, MediaTime zero, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var transcript = await scribe.WriteAsync(folder, ear, zero, progress, cancellationToken).ConfigureAwait(false);
        await catalog.ReplaceTranscriptAsync(video, transcript, cancellationToken).ConfigureAwait(false);
        return transcript;
    }

    // What a killed program left; nobody listens to one video for a day.
    private void DeleteForgotten()
    {
        var work = Path.GetDirectoryName(library.PlaceFor(Name))!;
        foreach (var folder in Directory.EnumerateDirectories(work, Path.GetFileName(Name) + "*").Where(IsForgotten))
        {
            LibraryFolder.DeleteFolder(folder);
        }
    }

    private bool IsForgotten(string folder) => clock.GetUtcNow().UtcDateTime - Directory.GetLastWriteTimeUtc(folder) > Forgotten;
}
