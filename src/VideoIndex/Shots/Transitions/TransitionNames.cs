namespace VideoIndex.Shots.Transitions;

/// <summary>What transitions are called, where they are stored and where people read of them.</summary>
public static class TransitionNames
{
    private static readonly string[] Names = ["cut", "dissolve", "wipe", "fade-in", "fade-out", "through-black", "through-white"];

    /// <summary>Returns the name of a kind: <c>through-black</c>.</summary>
    public static string Of(TransitionKind kind) => Names[(int)kind];

    /// <summary>Returns the kind of a name.</summary>
    /// <exception cref="FormatException">No kind is called so.</exception>
    public static TransitionKind Of(string name) => Array.IndexOf(Names, name) is >= 0 and var kind
        ? (TransitionKind)kind
        : throw new FormatException($"No transition is called '{name}'.");
}
