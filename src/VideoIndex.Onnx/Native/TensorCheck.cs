using VideoIndex.Inference;

namespace VideoIndex.Onnx.Native;

/// <summary>Holds tensors against what a model declares.</summary>
internal static class TensorCheck
{
    /// <summary>Returns when tensors are what is declared.</summary>
    /// <exception cref="ModelException">They are not: the code is <c>wrong-inputs</c> or <c>wrong-outputs</c>.</exception>
    public static void Require(string kind, ReadOnlySpan<Tensor> tensors, IReadOnlyList<TensorShape> declared)
    {
        if (tensors.Length != declared.Count)
        {
            throw new ModelException($"wrong-{kind}s", $"The model has {declared.Count} {kind}(s), not {tensors.Length}.");
        }

        for (var i = 0; i < tensors.Length; i++)
        {
            if (!Fits(tensors[i], declared[i]))
            {
                throw new ModelException($"wrong-{kind}s", $"The model's {kind} '{declared[i].Name}' is {Words(declared[i])}, not {Words(tensors[i])}.");
            }
        }
    }

    /// <summary>Returns whether a tensor is what is declared.</summary>
    public static bool Fits(Tensor tensor, TensorShape declared)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.Type != declared.Type || tensor.Shape.Length != declared.Shape.Count)
        {
            return false;
        }

        for (var i = 0; i < tensor.Shape.Length; i++)
        {
            if (declared.Shape[i] >= 0 && declared.Shape[i] != tensor.Shape[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns a tensor's sides in words.</summary>
    public static string Sides(Tensor tensor) => string.Join(" x ", tensor.Shape.ToArray());

    private static string Words(TensorShape declared) =>
        $"{declared.Type} {string.Join(" x ", declared.Shape.Select(side => side < 0 ? "any" : $"{side}"))}".TrimEnd();

    private static string Words(Tensor tensor) => $"{tensor.Type} {Sides(tensor)}".TrimEnd();
}
