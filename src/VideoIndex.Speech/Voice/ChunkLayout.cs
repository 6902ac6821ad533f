namespace VideoIndex.Speech.Voice;

/// <summary>How pieces of speech that follow one another would lie in a chunk, and where a chunk is best ended.</summary>
internal sealed class ChunkLayout(IReadOnlyList<SpeechStretch> speech, long length, ChunkOptions options)
{
    /// <summary>Returns behind which piece a chunk that begins with one ends: at the last clear pause of its last third, or at the longest there is.</summary>
    public int End(int first)
    {
        var end = first + 1;
        while (end < speech.Count && Length(first, end + 1) <= options.Window)
        {
            end++;
        }

        if (end == speech.Count)
        {
            return end;
        }

        var best = end;
        for (var earlier = end; earlier > first + 1 && 3 * Length(first, earlier) >= 2 * options.Window && Gap(best) < 2 * options.Padding; earlier--)
        {
            best = Gap(earlier) > Gap(best) ? earlier : best;
        }

        return best;
    }

    /// <summary>Lists the parts of a chunk from one piece up to another that is no longer in it.</summary>
    public IEnumerable<SpeechStretch> Parts(int first, int end)
    {
        var begin = speech[first].First - Kept(first);
        for (var next = first + 1; next < end; next++)
        {
            if (Gap(next) > options.LongestSilence)
            {
                var behind = options.LongestSilence / 2;
                yield return new SpeechStretch(begin, speech[next - 1].End + behind);
                begin = speech[next].First - (options.LongestSilence - behind);
            }
        }

        yield return new SpeechStretch(begin, speech[end - 1].End + Kept(end));
    }

    private long Length(int first, int end)
    {
        var all = Kept(first) + Kept(end);
        for (var i = first; i < end; i++)
        {
            all += speech[i].Length + (i == first ? 0 : Math.Min(Gap(i), options.LongestSilence));
        }

        return all;
    }

    /// <summary>The silence before a piece; behind the last, that up to the sound's end.</summary>
    private long Gap(int next) =>
        (next == speech.Count ? length : speech[next].First) - (next == 0 ? 0 : speech[next - 1].End);

    /// <summary>What is kept of it on a side where a chunk begins or ends: all at the sound's own ends, else half at most.</summary>
    private long Kept(int next) => Math.Min(options.Padding, next == 0 || next == speech.Count ? Gap(next) : Gap(next) / 2);
}
