using VideoIndex.Importing;

namespace VideoIndex.Cli.Output.Json.Importing;

/// <summary>What was taken in.</summary>
/// <param name="Video">Of which video.</param>
/// <param name="Import">The import.</param>
/// <param name="Again">Whether it stands in the place of the same, taken in before.</param>
internal sealed record ImportAddedShape(VideoName Video, ImportShape Import, bool Again);

/// <summary>What was taken in of a video.</summary>
internal sealed record ImportListShape(VideoName Video, IReadOnlyList<ImportShape> Imports);

/// <summary>What was taken out.</summary>
internal sealed record ImportRemovedShape(VideoName Video, ImportShape Import);

/// <summary>An import: how much came in with it, and what was left out.</summary>
internal sealed record ImportShape(
    string Id, string Name, string Format, string Added, int Tags, int Transcripts, int Utterances, bool Verbatim, IReadOnlyList<string> Complaints)
{
    public static ImportShape Of(Import import) => new(
        import.Id,
        import.Name,
        import.Format,
        import.Made.ToString("O", null),
        import.Tags.Count,
        import.Transcripts.Count,
        import.Transcripts.Sum(transcript => transcript.Utterances.Count),
        import.Verbatim is not null,
        import.Complaints);
}
