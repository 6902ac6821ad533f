namespace VideoIndex.Elasticsearch.Searching.Asking;

/// <summary>What a video must have at least to answer a question.</summary>
internal abstract record Need
{
    /// <summary>Returns whether a video may answer.</summary>
    /// <param name="counts">How many of its things each of the plan's asks found.</param>
    public abstract bool IsMet(IReadOnlyList<long> counts);

    /// <summary>Something found by an ask.</summary>
    internal sealed record One(int Ask) : Need
    {
        /// <inheritdoc/>
        public override bool IsMet(IReadOnlyList<long> counts) => counts[Ask] > 0;
    }

    /// <summary>All of them; with none, nothing.</summary>
    internal sealed record All(IReadOnlyList<Need> Parts) : Need
    {
        /// <inheritdoc/>
        public override bool IsMet(IReadOnlyList<long> counts) => Parts.All(part => part.IsMet(counts));
    }

    /// <summary>One of them.</summary>
    internal sealed record Any(IReadOnlyList<Need> Parts) : Need
    {
        /// <inheritdoc/>
        public override bool IsMet(IReadOnlyList<long> counts) => Parts.Any(part => part.IsMet(counts));
    }
}
