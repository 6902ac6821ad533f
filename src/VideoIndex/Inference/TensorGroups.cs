namespace VideoIndex.Inference;

/// <summary>Tensors in a row, each of its own shape, as some models give them. Read only: no model is given one.</summary>
/// <param name="items">The tensors.</param>
public sealed class TensorList(IReadOnlyList<Tensor> items) : Tensor(items?.Count ?? throw new ArgumentNullException(nameof(items)), [items.Count])
{
    /// <summary>Gets the tensors.</summary>
    public IReadOnlyList<Tensor> Items { get; } = items;

    /// <inheritdoc/>
    public override ElementType Type => ElementType.Unknown;
}

/// <summary>Values by keys, as classifiers give the chance of each class by its name. Read only: no model is given one.</summary>
/// <param name="keys">The keys, in order.</param>
/// <param name="values">The value of each key, in the order of the keys.</param>
public sealed class TensorMap(Tensor keys, Tensor values) : Tensor(
    (keys ?? throw new ArgumentNullException(nameof(keys))).Shape[0],
    [(values ?? throw new ArgumentNullException(nameof(values))).Shape[0]])
{
    /// <summary>Gets the keys: a row of whole numbers or of words.</summary>
    public Tensor Keys { get; } = keys;

    /// <summary>Gets the values: a row as long as the keys.</summary>
    public Tensor Values { get; } = values;

    /// <inheritdoc/>
    public override ElementType Type => ElementType.Unknown;
}
