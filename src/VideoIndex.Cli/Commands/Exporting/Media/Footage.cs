using System.Globalization;
using System.Runtime.CompilerServices;
using VideoIndex.Exporting;
using VideoIndex.Exporting.Pictures;
using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Commands.Exporting.Media;

/// <summary>A video of an export whose frames can be fetched, and where its moments stand in the export.</summary>
/// <param name="Exported">The video and its moments.</param>
/// <param name="Evidence">Its frames.</param>
/// <param name="Before">How many moments of other videos come before its own.</param>
internal sealed record Footage(ExportedVideo Exported, FrameEvidence Evidence, int Before)
{
    /// <summary>Gets what is written into its frames.</summary>
    public FrameText Text => new(Exported.Name, Exported.Labels);

    /// <summary>Gets its moments, each with its number through the whole export, from 1.</summary>
    public IEnumerable<(int Number, ExportMoment Moment)> Moments => Exported.Moments.Select((moment, at) => (Before + at + 1, moment));

    /// <summary>Returns the frames of a moment, counted from 0 for the first.</summary>
    public FrameRange FramesOf(ExportMoment moment) => ChosenFrames.Of(Exported.Video, Evidence, moment.Span);

    /// <summary>Returns how a span is called: <c>10:00:00;00 - 10:00:01;15</c>.</summary>
    public string Named(MediaSpan span) => SpanLabels.Of(span, Exported.Labels).ToString();

    /// <summary>Opens the videos of an export, one after the other. One that is gone or has changed is told of, and the others go on.</summary>
    public static async IAsyncEnumerable<Footage> OpenAsync(MediaExportOrder order, Troubles troubles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = 0;
        foreach (var exported in order.Sheet.Videos)
        {
            var first = before;
            before += exported.Moments.Count;
            if (exported.Moments is [_, ..] && await EvidenceAsync(exported, order, troubles, cancellationToken).ConfigureAwait(false) is { } evidence)
            {
                yield return new Footage(exported, evidence, first);
            }
        }
    }

    /// <summary>Returns what a person should know of the labels in pictures; nothing where they are the file's own.</summary>
    public static IEnumerable<string> NotesOnLabels(ExportSheet sheet) => sheet.Videos.Where(video => video.Moments is [_, ..]).Select(video => video switch
    {
        { Labels: null } => $"The rate of '{video.Name}' varies, so its frames have no timecode: each bears its time.",
        { IsConformed: true } => $"The rate of '{video.Name}' varies: its timecode is that of a copy conformed to {video.Labels.First.Rate} frames a second.",
        _ => "",
    }).Where(note => note != "");

    private static async Task<FrameEvidence?> EvidenceAsync(ExportedVideo exported, MediaExportOrder order, Troubles troubles, CancellationToken cancellationToken)
    {
        try
        {
            return (await order.Library.ResolveFramesAsync(exported.Video.Id.ToString(), cancellationToken).ConfigureAwait(false)).Evidence;
        }
        catch (CommandException unreadable)
        {
            troubles.Add(exported.Name, unreadable.Code, string.Create(CultureInfo.InvariantCulture, $"{unreadable.Message} Of its {exported.Moments.Count} moments nothing was made."));
            return null;
        }
    }
}

/// <summary>Something an export could not make.</summary>
/// <param name="What">Which file, or which video.</param>
/// <param name="Code">Why, for programs.</param>
/// <param name="Sentence">Why, for people.</param>
internal sealed record Trouble(string What, string Code, string Sentence);

/// <summary>Collects what could not be made, while the rest goes on.</summary>
internal sealed class Troubles
{
    private readonly List<Trouble> _all = [];

    /// <summary>Gets all of it, in order.</summary>
    public IReadOnlyList<Trouble> All => _all;

    /// <summary>Notes something.</summary>
    public void Add(string what, string code, string sentence) => _all.Add(new Trouble(what, code, sentence));

    /// <summary>Does a piece of work; where media, a file or the command is at fault, that is noted and the rest can go on.</summary>
    /// <returns>Whether it was done.</returns>
    public async Task<bool> TryAsync(string what, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
            return true;
        }
        catch (MediaRefusedException refused)
        {
            Add(what, refused.Code, refused.Message);
        }
        catch (CommandException failure)
        {
            Add(what, failure.Code, failure.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Add(what, "file-error", failure.Message);
        }

        return false;
    }
}
