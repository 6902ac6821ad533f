namespace VideoIndex.Inference;

/// <summary>Numbers or words in rows and columns, as models take and give them: the last dimension lies together.</summary>
public abstract class Tensor
{
    private readonly int[] _shape;

    private protected Tensor(int length, ReadOnlySpan<int> shape)
    {
        var needed = 1L;
        foreach (var side in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(side, nameof(shape));
            needed = checked(needed * side);
        }

        if (needed != length)
        {
            throw new ArgumentException($"A tensor of {string.Join(" x ", shape.ToArray())} holds {needed} values, not {length}.", nameof(shape));
        }

        _shape = shape.ToArray();
    }

    /// <summary>Gets how many values there are along each dimension; empty for a single value.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>Gets the type of the values.</summary>
    public abstract ElementType Type { get; }
}

/// <summary>A tensor of values that lie in memory as they are.</summary>
/// <typeparam name="T">One of the types <see cref="ElementTypes.Of"/> knows.</typeparam>
public sealed class Tensor<T> : Tensor
    where T : unmanaged
{
    /// <summary>Creates one over memory that the caller keeps: what is written there later is what a model sees.</summary>
    /// <param name="values">The values.</param>
    /// <param name="shape">How many there are along each dimension.</param>
    /// <exception cref="ArgumentException">The shape holds more or fewer values, or the type is none a model knows.</exception>
    public Tensor(Memory<T> values, params ReadOnlySpan<int> shape)
        : base(values.Length, shape) => (Values, Type) = (values, ElementTypes.Of(typeof(T)));

    /// <summary>Gets the values.</summary>
    public Memory<T> Values { get; }

    /// <inheritdoc/>
    public override ElementType Type { get; }

    /// <summary>Gets the values, at hand.</summary>
    public Span<T> Span => Values.Span;
}

/// <summary>A tensor of words.</summary>
public sealed class WordTensor : Tensor
{
    /// <summary>Creates one.</summary>
    /// <param name="values">The words.</param>
    /// <param name="shape">How many there are along each dimension.</param>
    /// <exception cref="ArgumentException">The shape holds more or fewer values.</exception>
    public WordTensor(IReadOnlyList<string> values, params ReadOnlySpan<int> shape)
        : base(values?.Count ?? throw new ArgumentNullException(nameof(values)), shape) => Values = values;

    /// <summary>Gets the words.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <inheritdoc/>
    public override ElementType Type => ElementType.Text;
}
