namespace VideoIndex.Vision.ScreenText.Reading;

/// <summary>A letter that was read.</summary>
/// <param name="Text">The letter; a blank for a space.</param>
/// <param name="Confidence">How sure the model is, 0 to 1: the greatest share it has in a step of its own.</param>
/// <param name="Step">Where it was surest of it, counted in steps.</param>
/// <param name="First">The first step that says it.</param>
/// <param name="End">The first step after that which no longer does.</param>
internal readonly record struct ReadLetter(string Text, float Confidence, int Step, int First, int End);

/// <summary>Reads letters out of a model's shares, step by step from left to right.</summary>
/// <remarks>
/// The best path: of each step the likeliest counts, neighbours that are alike are one, and then the steps without a letter go
/// (A. Graves et al., "Connectionist Temporal Classification", 2006).
/// </remarks>
internal static class CtcReading
{
    /// <summary>Returns the letters, from left to right.</summary>
    /// <param name="shares">For each step the share of each letter, 0 to 1, step after step.</param>
    /// <param name="letters">What stands for what; the first is no letter at all.</param>
    /// <param name="steps">How many of the steps count: those after it see only what was filled up.</param>
    public static IReadOnlyList<ReadLetter> Letters(ReadOnlySpan<float> shares, IReadOnlyList<string> letters, int steps)
    {
        var read = new List<ReadLetter>();
        var last = 0;
        for (var step = 0; step < Math.Min(steps, shares.Length / letters.Count); step++)
        {
            var (likeliest, share) = Likeliest(shares.Slice(step * letters.Count, letters.Count));
            if (likeliest != 0 && likeliest == last)
            {
                var before = read[^1];
                read[^1] = before with { End = step + 1, Confidence = Math.Max(share, before.Confidence), Step = share > before.Confidence ? step : before.Step };
            }
            else if (likeliest != 0)
            {
                read.Add(new ReadLetter(letters[likeliest], share, step, step, step + 1));
            }

            last = likeliest;
        }

        return read;
    }

    // What is no number is less than any.
    private static (int Likeliest, float Share) Likeliest(ReadOnlySpan<float> shares)
    {
        var (likeliest, share) = (0, 0f);
        for (var letter = 0; letter < shares.Length; letter++)
        {
            if (shares[letter] > share)
            {
                (likeliest, share) = (letter, shares[letter]);
            }
        }

        return (likeliest, Math.Min(share, 1));
    }
}
