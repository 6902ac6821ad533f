using VideoIndex.Speech.Honesty.Phrases;

namespace VideoIndex.Speech.Honesty;

/// <summary>Tells loops from what people do say over and over: chants, counting, a long drawn "goal".</summary>
internal static class LoopCheck
{
    /// <summary>Returns whether most of an utterance is a loop.</summary>
    public static bool IsLoop(Testimony told, HonestyRules rules)
    {
        var run = Find(told, rules);
        return run.Length * 2 >= told.Letters.Length && run.Length > 0;
    }

    /// <summary>Finds what is said over and over and nobody can have said; empty where there is nothing.</summary>
    public static Loops.Run Find(Testimony told, HonestyRules rules)
    {
        var run = Loops.Longest(told.Letters, rules.Repeats);
        return run.Length >= rules.LoopLetters && !IsChant(run, told, rules) ? run : default;
    }

    // Something short, not all too often, no faster than anybody speaks, while somebody does; or one sound held, as in "gooooal".
    private static bool IsChant(Loops.Run run, Testimony told, HonestyRules rules) =>
        run.Unit <= rules.Chant.Letters
        && (run.Times <= rules.Chant.Times || IsHeld(run, told, rules))
        && told.Needed <= told.Seconds
        && (told.Voiced is { } voiced ? voiced >= told.Seconds / 2 : run.Times <= 2 * rules.Repeats);

    private static bool IsHeld(Loops.Run run, Testimony told, HonestyRules rules) =>
        run.Unit == 1 && run.Length <= 2 * rules.LoopLetters && char.IsLetter(told.Letters, run.First);
}
