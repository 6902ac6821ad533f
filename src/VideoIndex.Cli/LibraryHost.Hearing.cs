using VideoIndex.Cli.Commands.Hearing;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Pipeline.Hearing;
using VideoIndex.Pipeline.Running;

namespace VideoIndex.Cli;

/// <content>Who listens.</content>
internal sealed partial class LibraryHost
{
    private Scribe? _scribe;

    /// <summary>Gets or sets who listens to what, for the workers wired from then on.</summary>
    public Ears Ears { get; set; } = Ears.Shut;

    /// <summary>Wires the writing down of what is said.</summary>
    public Scribe Scribe() => _scribe ??= new Scribe(
        Ears.Transcribers, stop => new Glossary(Ears.KnowBrands ? Brands : null, Ears.Words).InAsync(Ears.Options, stop));

    /// <summary>Wires the hearing of videos that were indexed before.</summary>
    public Rehearing Rehearing(MediaTools tools) => new(new FfmpegMediaDecoder(tools), Catalog, Scribe(), Folder, TimeProvider.System);

    private HearingRules Hearing(WorkerOptions options)
    {
        var disk = new DriveInfo(Folder.Root);
        return new HearingRules(Ears.Transcribers) { When = Ears.When, FreeBytes = () => disk.AvailableFreeSpace, DiskReserve = options.DiskReserve };
    }
}
