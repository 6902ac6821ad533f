namespace VideoIndex.SpeechServices.Answers;

/// <summary>Gives the words an engine lists apart to the segments they belong to: by their text, and where that fails, on from the segment's end.</summary>
internal sealed class WordList(IReadOnlyList<HeardWord> apart)
{
    private int _at;

    /// <summary>Returns a segment's words.</summary>
    /// <returns>Empty where the engine lists none; null where those it lists are not the text's.</returns>
    public IReadOnlyList<MatchedWord>? For(HeardSegment segment, string text)
    {
        if (segment.Words.Count > 0)
        {
            var inside = new WordMatch(text);
            return segment.Words.All(inside.TryTake) && inside.IsComplete ? inside.Words() : null;
        }

        if (_at >= apart.Count)
        {
            return [];
        }

        var (match, first) = (new WordMatch(text), _at);
        while (_at < apart.Count && match.TryTake(apart[_at]))
        {
            _at++;
        }

        if (match.IsComplete)
        {
            return match.Words();
        }

        _at = first;
        while (_at < apart.Count && (apart[_at].Start + apart[_at].End) / 2 < segment.End)
        {
            _at++;
        }

        return null;
    }
}
