using VideoIndex.Inference;
using VideoIndex.Pipeline.Hearing;
using VideoIndex.Pipeline.Library;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for what is said in one sound of a video to be written down.</summary>
/// <param name="Video">The video.</param>
/// <param name="Run">The run; it is over by then.</param>
/// <param name="Folder">The name of the work folder the sound lies in.</param>
/// <param name="Ear">Which sound.</param>
/// <param name="Zero">The container time that is zero on the video's own timeline.</param>
public sealed record Transcribe(VideoId Video, int Run, string Folder, Ear Ear, MediaTime Zero) : ICommand
{
    /// <inheritdoc/>
    public string Unit => Ear.Unit;
}

/// <summary>Says that it is in the catalogue.</summary>
public sealed record SpeechTranscribed;

/// <summary>Listens to one track, or one channel of it, and puts what is said into the catalogue as soon as it is known.</summary>
/// <param name="catalog">Where it goes.</param>
/// <param name="scribe">Writes it down.</param>
/// <param name="library">Where the sound is.</param>
public sealed class TranscribeStage(ICatalog catalog, Scribe scribe, LibraryFolder library) : IStage<Transcribe, SpeechTranscribed>
{
    /// <inheritdoc/>
    public async Task<SpeechTranscribed> RunAsync(Transcribe command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var folder = library.PathOf(LibraryFolder.WorkOf(command.Video, command.Run, command.Folder));
        try
        {
            var heard = await scribe.WriteAsync(folder, command.Ear, command.Zero, progress, cancellationToken).ConfigureAwait(false);
            await catalog.ReplaceTranscriptAsync(command.Video, heard, cancellationToken).ConfigureAwait(false);
            return new SpeechTranscribed();
        }
        catch (OverflowException failure)
        {
            // Of a file that would be its refusal; these are the times of a listener, and the video is whole.
            throw new ModelException("impossible-times", $"{command.Ear.Name}: the listener gave times beyond anything real.", failure);
        }
    }
}
