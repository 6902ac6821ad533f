using System.Numerics;

namespace VideoIndex.Copies.Sounds;

/// <summary>Looks for stretches of one video's sound in others.</summary>
/// <remarks>Equal words vote for one difference in time; where votes agree, the bits along that line are counted.</remarks>
internal sealed class SoundSearch
{
    // Votes closer than this many words agree; and how many must before a line is looked at. So many lines of a video are.
    private const int Near = 2, LeastVotes = 4, MostLines = 16;

    // A word this common in the video says nothing of when.
    private const int MostTogether = 24;

    // A line goes on while of so many words, two seconds, no more than this share of the bits differ, in thousandths.
    private const int Window = 16, MostWrong = 360;

    private readonly uint[] _words;
    private readonly Dictionary<uint, List<int>> _places = [];
    private readonly CopyOptions _options;

    /// <summary>Makes ready to look for the sound of a video from one word of its print up to another.</summary>
    public SoundSearch(SoundPrint print, int from, int until, CopyOptions options)
    {
        (_words, _options) = (print.Words(), options);
        for (var at = from; at < until; at++)
        {
            if (!_places.TryGetValue(_words[at], out var places))
            {
                _places[_words[at]] = places = [];
            }

            places.Add(at);
        }

        (From, Until) = (from, until);
    }

    private int From { get; }

    private int Until { get; }

    /// <summary>Returns the stretches another video's sound has too, in order of time. None overlaps another.</summary>
    public IReadOnlyList<SoundMatch> In(SoundPrint print) => In(print, match => match.Suffices(_options));

    /// <summary>Returns stretches, with a judgement of one's own.</summary>
    public IReadOnlyList<SoundMatch> In(SoundPrint print, Func<SoundMatch, bool> suffices)
    {
        var (theirs, found) = (print.Words(), new List<SoundMatch>());
        foreach (var line in Lines(theirs))
        {
            foreach (var match in Along(theirs, line).Where(suffices))
            {
                if (!found.Exists(known => known.Here < match.Here + match.Length && match.Here < known.Here + known.Length))
                {
                    found.Add(match);
                }
            }
        }

        return [.. found.OrderBy(match => match.Here)];
    }

    // The differences in time most words vote for.
    private IEnumerable<int> Lines(uint[] theirs)
    {
        var votes = new Dictionary<int, int>();
        for (var there = 0; there < theirs.Length; there++)
        {
            if (_places.TryGetValue(theirs[there], out var places) && places.Count <= MostTogether)
            {
                foreach (var here in places)
                {
                    votes[there - here] = votes.GetValueOrDefault(there - here) + 1;
                }
            }
        }

        return votes.Keys.Select(line => (Line: line, Votes: Enumerable.Range(line - Near, 2 * Near + 1).Sum(near => votes.GetValueOrDefault(near))))
            .Where(line => line.Votes >= LeastVotes)
            .OrderByDescending(line => line.Votes).ThenByDescending(line => votes[line.Line]).ThenBy(line => line.Line)
            .Take(MostLines).Select(line => line.Line);
    }

    private IEnumerable<SoundMatch> Along(uint[] theirs, int line)
    {
        var (from, until) = (Math.Max(From, -line), Math.Min(Until, theirs.Length - line));
        var start = -1;
        for (var here = from; here + Window <= until + 1; here++)
        {
            var goesOn = here + Window <= until && Wrong(theirs, here, line, Window) <= MostWrong;
            if (goesOn && start < 0)
            {
                start = here;
            }
            else if (!goesOn && start >= 0)
            {
                yield return Measured(theirs, start, line, here - 1 + Window - start);
                start = -1;
            }
        }
    }

    private SoundMatch Measured(uint[] theirs, int here, int line, int length)
    {
        var wrong = Wrong(theirs, here, line, length);
        var away = new[] { -24, -16, -8, -5, 5, 8, 16, 24 }.Min(shift => Wrong(theirs, here, line + shift, length));
        var variety = 0;
        for (var at = here + 8; at < here + length; at++)
        {
            variety += BitOperations.PopCount(_words[at] ^ _words[at - 8]);
        }

        return new SoundMatch(here, here + line, length, wrong, away - wrong, length <= 8 ? 0 : variety * 1000 / 32 / (length - 8));
    }

    // Beyond the end of the other, half the bits count as wrong: chance.
    private int Wrong(uint[] theirs, int here, int line, int length)
    {
        var bits = 0;
        for (var at = here; at < here + length; at++)
        {
            var there = at + line;
            bits += there >= 0 && there < theirs.Length ? BitOperations.PopCount(_words[at] ^ theirs[there]) : 16;
        }

        return bits * 1000 / (32 * length);
    }
}
