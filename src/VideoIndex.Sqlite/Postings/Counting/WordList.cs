using Microsoft.Data.Sqlite;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Postings.Asking;
using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Counting;

/// <summary>The words of the whole index, and how common they are. Words of things that were replaced since count until their segments are merged.</summary>
internal sealed class WordList(SqliteConnection connection, PageCache cache, Snapshot snapshot)
{
    private static readonly byte Joints = TermKeys.Of(TermKeys.Across);

    /// <summary>Returns every word once, in no order, with how many things have it.</summary>
    public IEnumerable<(string Word, long Things)> All()
    {
        var found = new Dictionary<string, long>();
        foreach (var segment in snapshot.Segments.Select(live => live.Segment))
        {
            var terms = new TermScanner(segment.Terms, new SegmentBytes(connection, cache, segment.Number, segment.Stamp));
            for (var has = terms.Seek([]); has; has = terms.Next())
            {
                if (terms.Key.Length > 1 && terms.Key[^1] != Joints)
                {
                    var word = TermKeys.Word(terms.Key);
                    found[word] = found.GetValueOrDefault(word) + terms.Place.Things;
                }
            }
        }

        return found.Select(word => (word.Key, word.Value));
    }

    /// <summary>Returns how many things have what each pattern asks for, in any field.</summary>
    public WordCounts Common(IReadOnlyList<WordPattern> patterns)
    {
        var words = new WordFinder(connection, cache, ~(TermFields.Bit(Joints) | TermFields.Bit(TermKeys.Of(TermKeys.Folder))));
        return new WordCounts(
            snapshot.Things, snapshot.Average, [.. patterns.Select(pattern => snapshot.Segments.Sum(live => words.Find(live.Segment, pattern).Sum(word => word.Things)))]);
    }
}
