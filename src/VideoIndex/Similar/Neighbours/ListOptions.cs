namespace VideoIndex.Similar.Neighbours;

/// <summary>How rows are put into lists, and how many lists are looked through. docs/similar.md says what the defaults find.</summary>
public sealed record ListOptions
{
    /// <summary>Gets how many lists there are for each square root of the rows.</summary>
    /// <value>The default is 1: a thousand lists of a thousand rows for a million.</value>
    public double ListsForRoot { get; init; } = 1;

    /// <summary>Gets how many rows of each list its middle is learned of, on average.</summary>
    /// <value>The default is 40.</value>
    public int LearnedOf { get; init; } = 40;

    /// <summary>Gets how often the middles are moved to the mean of their rows.</summary>
    /// <value>The default is 8.</value>
    public int Rounds { get; init; } = 8;

    /// <summary>Gets the share of the lists that is looked through.</summary>
    /// <value>The default is .05, four lists at least.</value>
    public double Probed { get; init; } = 0.05;

    /// <summary>Gets how many rows that may be answers must have been seen for each that is wanted, or more lists are looked through.</summary>
    /// <value>The default is 20.</value>
    public int SeenForEach { get; init; } = 20;

    /// <summary>Gets what chance begins with: the same rows and the same seed give the same lists.</summary>
    /// <value>The default is 1.</value>
    public int Seed { get; init; } = 1;
}
