using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper.Graph;

/// <summary>Brings weights from one file to another by portions, so that memory does not grow with them.</summary>
internal static class Portions
{
    private const int Portion = 1 << 18;

    /// <summary>Copies a weight as it lies.</summary>
    public static void Copy(Weight weight, WeightFile file)
    {
        var values = new float[Math.Min(Portion, weight.Count)];
        for (var start = 0L; start < weight.Count; start += values.Length)
        {
            var part = values.AsSpan(0, (int)Math.Min(values.Length, weight.Count - start));
            weight.Read(start, part);
            file.Append<float>(part);
        }
    }

    /// <summary>Copies a matrix with rows and columns exchanged. One matrix is in memory at a time.</summary>
    public static void CopyTransposed(Weight weight, int rows, int columns, WeightFile file)
    {
        var values = weight.ToArray();
        var row = new float[rows];
        for (var column = 0; column < columns; column++)
        {
            for (var i = 0; i < rows; i++)
            {
                row[i] = values[i * columns + column];
            }

            file.Append<float>(row);
        }
    }
}
