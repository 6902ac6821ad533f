using VideoIndex.Inference;

namespace VideoIndex.Vision.ScreenText.Reading;

/// <summary>Tensors that are tied to a model that reads lines, kept for each number and width of lines that came up.</summary>
/// <param name="session">The model.</param>
/// <param name="letters">How many letters it knows.</param>
/// <param name="stride">How many columns it gives a step for.</param>
internal sealed class BoundLines(IModelSession session, int letters, int stride) : IDisposable
{
    // 16 of the widest take 6 MB of one line each; more than these are seldom met, and then all are let go.
    private const int MostKept = 16;
    private const int Colours = 3;

    private readonly Dictionary<(int Lines, int Width), Batch> _kept = [];

    /// <summary>Returns the tensors of a number of lines.</summary>
    public Batch For(int lines, int height, int width)
    {
        if (!_kept.TryGetValue((lines, width), out var batch))
        {
            if (_kept.Count == MostKept)
            {
                Dispose();
            }

            var (input, output) = (new Tensor<float>(new float[lines * Colours * height * width], lines, Colours, height, width),
                new Tensor<float>(new float[lines * (width / stride) * letters], lines, width / stride, letters));
            batch = new Batch(input, output, session.Bind([input], [output]));
            _kept.Add((lines, width), batch);
        }

        return batch;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var batch in _kept.Values)
        {
            batch.Bound.Dispose();
        }

        _kept.Clear();
    }

    /// <summary>Some lines, and the shares of letters in them.</summary>
    internal sealed record Batch(Tensor<float> From, Tensor<float> To, IModelBinding Bound)
    {
        /// <summary>Returns where a line is written.</summary>
        public Span<float> Input(int line) => Part(From, line);

        /// <summary>Returns the shares of a line, after a run.</summary>
        public ReadOnlySpan<float> Output(int line) => Part(To, line);

        /// <summary>Reads the lines.</summary>
        public void Run() => Bound.Run();

        private static Span<float> Part(Tensor<float> of, int line) => of.Span.Slice(of.Span.Length / of.Shape[0] * line, of.Span.Length / of.Shape[0]);
    }
}
