namespace VideoIndex.Durability.Proof;

/// <summary>What a look at the library after a trial says, a sentence for each thing that is not as it must be.</summary>
internal sealed class Verdict
{
    /// <summary>Gets what was acknowledged and is not there.</summary>
    public List<string> Lost { get; } = [];

    /// <summary>Gets what was applied more than once.</summary>
    public List<string> Doubled { get; } = [];

    /// <summary>Gets what is otherwise not as it must be.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>Gets or sets how many ends of overtaken leases were refused.</summary>
    public int Stale { get; set; }

    /// <summary>Gets or sets how many jobs were given up.</summary>
    public int Dead { get; set; }

    /// <summary>Gets or sets how many files were swept.</summary>
    public int Swept { get; set; }

    /// <summary>Gets or sets how often a process was ended at each named point.</summary>
    public IReadOnlyDictionary<string, int> Points { get; set; } = new Dictionary<string, int>();

    public bool IsClean => Lost.Count + Doubled.Count + Wrong.Count == 0;

    /// <summary>Returns the first sentences of each kind.</summary>
    public override string ToString() => string.Join('\n',
        Lost.Take(20).Select(line => "lost: " + line)
            .Concat(Doubled.Take(20).Select(line => "doubled: " + line))
            .Concat(Wrong.Take(20).Select(line => "wrong: " + line)));
}
