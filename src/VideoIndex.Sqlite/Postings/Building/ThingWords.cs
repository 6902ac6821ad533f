using VideoIndex.Search;
using VideoIndex.Search.Evaluation;
using VideoIndex.Sqlite.Postings.Segments;
using VideoIndex.Transcripts;

namespace VideoIndex.Sqlite.Postings.Building;

/// <summary>Divides things into words.</summary>
internal static class ThingWords
{
    /// <summary>How far apart the words of two texts of one thing are counted: no phrase runs from one into the next.</summary>
    public const int Gap = 2;

    /// <summary>Returns the words of a thing, each with the field it is found under and its number. Those of a video's folder come last, under a field of their own.</summary>
    public static IEnumerable<(string Word, byte Field, int Place)> Of(SearchableSpan thing)
    {
        var (place, field) = (0, TermKeys.Of(TermKeys.FieldOf(thing)));
        foreach (var (text, under) in thing.Texts.Select(text => (text, field)).Concat(thing.Folder is { } folder ? [(folder, TermKeys.Of(TermKeys.Folder))] : []))
        {
            foreach (var word in Words.In(text))
            {
                yield return (word.Folded, under, place++);
            }

            place += Gap;
        }
    }

    /// <summary>Returns how many words of a joint come before its border; 0 for what is none.</summary>
    public static int Border(SearchableSpan thing) => thing.Joint is var (before, _)
        ? Words.In(string.Concat(before.Words.TakeLast(UtteranceJoints.MostWords).Select(word => word.Text)).Trim()).Count
        : 0;
}
