using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Brands;
using VideoIndex.Cli.Output.Json.Keeping;
using VideoIndex.Interchange.Facts;
using VideoIndex.Metadata;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Facts;

/// <summary>Sets values of many videos from a table: all of it, or, where one line is wrong, nothing.</summary>
internal sealed class SheetSetting(LibraryHost library, Terminal terminal)
{
    /// <summary>Reads a table and sets what it says.</summary>
    /// <returns>How the command ends.</returns>
    public async Task<int> RunAsync(string path, string by, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > FactSheetFile.MostBytes)
        {
            throw file.Exists
                ? new FactException("bad-sheet", "The table cannot be read: it is larger than 50 MB.")
                : new CommandException(ExitCodes.NotFound, "no-such-file", $"There is no file '{path}'.");
        }

        var fields = await library.Facts.FieldsAsync(cancellationToken).ConfigureAwait(false);
        var sheet = FactSheetFile.Read(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), [.. fields.Select(use => use.Definition)]);
        var (changes, complaints) = await ResolveAsync(sheet, cancellationToken).ConfigureAwait(false);
        if (complaints is [])
        {
            await library.Facts.ChangeAsync(changes, by, cancellationToken).ConfigureAwait(false);
        }

        Tell(changes, complaints);
        return complaints is [] ? ExitCodes.Ok : ExitCodes.NotOk;
    }

    private async Task<(List<FactChange> Changes, IReadOnlyList<FactComplaint> Complaints)> ResolveAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        var (changes, complaints) = (new List<FactChange>(), sheet.Complaints.ToList());
        foreach (var row in sheet.Rows)
        {
            try
            {
                var video = await library.ResolveAsync(row.Video, cancellationToken).ConfigureAwait(false);
                changes.AddRange(row.Values.Select(value => new FactChange.Give(video.Id, value.Key, value.Value)));
                changes.AddRange(row.Collections.Select(name => new FactChange.Collect(video.Id, name)));
            }
            catch (CommandException unknown)
            {
                complaints.Add(new FactComplaint(row.Where, unknown.Code, unknown.Message));
            }
        }

        return (changes, [.. complaints.OrderBy(complaint => complaint.Where.Length).ThenBy(complaint => complaint.Where, StringComparer.Ordinal)]); // by line
    }

    private void Tell(List<FactChange> changes, IReadOnlyList<FactComplaint> complaints)
    {
        var made = complaints is [] ? changes : [];
        var videos = made.Select(VideoOf).Distinct().Count();
        if (terminal.Json)
        {
            terminal.Write(new SheetShape(videos, made.Count, [.. complaints.Select(one => new ComplaintShape(one.Where, one.Code, one.Sentence))]), Shapes.Default.SheetShape);
        }
        else
        {
            terminal.Say(complaints is [] ? $"{Counts.Of(made.Count, "value")} of {Counts.Of(videos, "video")}." : $"Nothing was changed: {Counts.Of(complaints.Count, "fault")} in the table.");
        }

        foreach (var complaint in complaints)
        {
            terminal.Remark($"{complaint.Where}: {complaint.Sentence} [{complaint.Code}]");
        }
    }

    private static VideoId? VideoOf(FactChange change) => (change as FactChange.Give)?.Video ?? (change as FactChange.Collect)?.Video;
}
