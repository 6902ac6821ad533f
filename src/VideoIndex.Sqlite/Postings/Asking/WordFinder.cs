using System.Text;
using Microsoft.Data.Sqlite;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Asking;

/// <summary>Finds the words of segments that patterns ask for.</summary>
internal sealed class WordFinder(SqliteConnection connection, PageCache cache, int fields)
{
    private readonly Dictionary<WordPattern, WordMatcher> _matchers = [];

    /// <summary>Returns the words of a segment that a pattern asks for, in order, each with its lists.</summary>
    public List<FoundWord> Find(Segment segment, WordPattern pattern)
    {
        if (!_matchers.TryGetValue(pattern, out var matcher))
        {
            _matchers.Add(pattern, matcher = new WordMatcher(pattern));
        }

        return Find(segment, Encoding.UTF8.GetBytes(matcher.Start), pattern.Match == WordMatch.Exact, matcher.Matches);
    }

    /// <summary>Returns the lists of everything in the fields.</summary>
    public IEnumerable<TermPlace> Everything(Segment segment) => Find(segment, [], isWhole: true, _ => true).SelectMany(word => word.Places);

    // Words that start alike lie side by side, and each word's fields do.
    private List<FoundWord> Find(Segment segment, byte[] start, bool isWhole, Func<string, bool> matches)
    {
        var found = new List<FoundWord>();
        var scanner = new TermScanner(segment.Terms, new SegmentBytes(connection, cache, segment.Number, segment.Stamp));
        byte[]? last = null;
        var isAsked = false;
        for (var has = scanner.Seek(start); has && scanner.Key.StartsWith(start); has = scanner.Next())
        {
            var word = scanner.Key[..^1];
            if (isWhole && word.Length > start.Length)
            {
                break;
            }

            if (last is null || !word.SequenceEqual(last))
            {
                last = word.ToArray();
                var text = Encoding.UTF8.GetString(word);
                isAsked = isWhole || (word.Length > 0 && matches(text));
                if (isAsked)
                {
                    found.Add(new FoundWord(text, []));
                }
            }

            if (isAsked && (fields & TermFields.Bit(scanner.Key[^1])) != 0)
            {
                found[^1].Places.Add(scanner.Place);
            }
        }

        found.RemoveAll(word => word.Places.Count == 0);
        return found;
    }
}

/// <summary>A word of a segment, and its lists in the fields that were asked for.</summary>
internal sealed record FoundWord(string Word, List<TermPlace> Places)
{
    /// <summary>Gets how many things have it.</summary>
    public long Things => Places.Sum(place => (long)place.Things);
}
