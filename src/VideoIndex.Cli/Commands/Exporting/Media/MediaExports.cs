using VideoIndex.Cli.Output;
using VideoIndex.Exporting;
using VideoIndex.Ffmpeg.Running;

namespace VideoIndex.Cli.Commands.Exporting.Media;

/// <summary>The formats that are made of the pictures themselves.</summary>
internal static class MediaExports
{
    /// <summary>Gets all of them, in the order they are listed.</summary>
    public static IReadOnlyList<IMediaExport> All { get; } = [new ClipsExport(), new ReelExport(), new ContactSheetExport(), new StoryboardExport(), new ChaptersExport()];
}

/// <summary>Makes files of the moments' pictures and sound.</summary>
internal interface IMediaExport
{
    /// <summary>Gets the format's name, as typed: <c>clips</c>.</summary>
    string Name { get; }

    /// <summary>Gets what it is, in a few words for a list of formats.</summary>
    string Title { get; }

    /// <summary>Gets what its files may end in, with the point; empty where a folder is written.</summary>
    IReadOnlyList<string> Endings { get; }

    /// <summary>Makes the files.</summary>
    /// <exception cref="CommandException">It cannot be done.</exception>
    Task<MediaExported> MakeAsync(MediaExportOrder order, CancellationToken cancellationToken);
}

/// <summary>What is made of what.</summary>
/// <param name="Sheet">The moments, as <see cref="ExportPlan"/> decided them.</param>
/// <param name="Rules">The rules they were decided by.</param>
/// <param name="Library">The library.</param>
/// <param name="Tools">FFmpeg.</param>
/// <param name="Output">The file or folder to write, absolute.</param>
/// <param name="Terminal">Where progress is told.</param>
internal sealed record MediaExportOrder(ExportSheet Sheet, ExportRules Rules, LibraryHost Library, MediaTools Tools, string Output, Terminal Terminal)
{
    /// <summary>Gets whether pictures bear their timecode and their video's name.</summary>
    public bool BurnIn { get; init; }

    /// <summary>Gets whether clips are copied without encoding.</summary>
    public bool Fast { get; init; }

    /// <summary>Refuses the options of clips for a format that has no use for them.</summary>
    /// <exception cref="CommandException">One of them was given.</exception>
    public void RefuseClipOptions(string format)
    {
        if (BurnIn || Fast)
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", $"{(BurnIn ? "--burn-in" : "--fast")} is for clips and reels, not for {format}.");
        }
    }
}

/// <summary>What was made.</summary>
/// <param name="Files">Each file, and how many moments it holds.</param>
/// <param name="Notes">What a person should know: what a clip was rounded to, what could not be made.</param>
internal sealed record MediaExported(IReadOnlyList<(string Path, int Moments)> Files, IReadOnlyList<string> Notes)
{
    /// <summary>Gets what could not be made, in order; where there is any, the command does not end as done.</summary>
    public IReadOnlyList<Trouble> Troubles { get; init; } = [];
}
