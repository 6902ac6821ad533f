using VideoIndex.Tags;
using VideoIndex.Transcripts;

namespace VideoIndex.Sqlite.Importing;

/// <summary>What was found in a video and what was taken in, side by side; each with the number of its import, null for what was found.</summary>
internal sealed record Beside(IReadOnlyList<(Transcript Transcript, long? Import)> Said, IReadOnlyList<(Tag Tag, long? Import)> Claimed)
{
    /// <summary>Puts them side by side.</summary>
    /// <remarks>
    /// What came in with an import is the import's alone: what is given as found and says it came in, or says the very same by the same author, is passed
    /// over. So contents that were read whole can be written back whole, and the import takes all of it along when it goes.
    /// </remarks>
    public static Beside Of(IReadOnlyList<Transcript> transcripts, IReadOnlyList<Tag> tags, IReadOnlyList<TakenIn> taken)
    {
        var claims = taken.SelectMany(import => import.Tags).Select(tag => tag.Id).ToHashSet();
        var authors = taken.SelectMany(import => import.Transcripts).Select(AuthorOf).ToHashSet();
        return new Beside(
            [
                .. transcripts.Where(one => one.Import is null && !authors.Contains(AuthorOf(one))).Select(one => (one, (long?)null)),
                .. taken.SelectMany(import => import.Transcripts.Select(one => (one, (long?)import.Number))),
            ],
            [
                .. tags.Where(tag => tag.Import is null && !claims.Contains(tag.Id)).Select(tag => (Tag: tag, Import: (long?)null))
                    .Concat(taken.SelectMany(import => import.Tags.Select(tag => (Tag: tag, Import: (long?)import.Number)))).DistinctBy(one => one.Tag.Id),
            ]);
    }

    private static (Origin Author, string? Language, int? Track) AuthorOf(Transcript transcript) => (transcript.Origin, transcript.Language, transcript.Track);
}
