using VideoIndex.Accuracy.Objects;
using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Vision.Faces;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Accuracy.Faces;

/// <summary>A detector of faces that sees every picture at one size, on the processor.</summary>
internal sealed class FaceModel : IDisposable
{
    private const int Multiple = 32;

    private readonly IModelSession _session;
    private readonly Func<int, int, IDetectionHead> _head;
    private readonly Dictionary<(int, int), ModelRun> _runs = [];

    private FaceModel(string name, string card, Func<int, int, IDetectionHead> head)
    {
        var models = new ObjectModels(card, null);
        var file = models.Serving(models.Card.Task) ?? throw new ArgumentException($"The model '{card}' is not among the fixtures: set VIDEOINDEX_FIXTURES.");
        (Name, _head) = (name, head);
        _session = ObjectModels.Runtime.Open(file.Path, new ModelSessionOptions { Providers = ["cpu"] });
    }

    public string Name { get; }

    /// <summary>Opens YuNet for pictures whose longer side becomes so many pixels.</summary>
    public static FaceModel Yunet(int longer) => new($"yunet at {longer}", "yunet", (width, height) => new YunetHead(Side(width, longer, width, height), Side(height, longer, width, height)));

    public static FaceModel Slim() => new("ultraface-slim-320", "ultraface-slim-320", (_, _) => new UltrafaceHead(320, 240, fromPriors: true));

    public static FaceModel Rfb() => new("ultraface-rfb-320", "ultraface-rfb-320", (_, _) => new UltrafaceHead(320, 240, fromPriors: false));

    /// <summary>Finds faces, the surest first.</summary>
    public IReadOnlyList<Detection> Find(int width, int height, byte[] planes, float threshold)
    {
        if (!_runs.TryGetValue((width, height), out var run))
        {
            _runs[(width, height)] = run = new ModelRun(_session, _head(width, height));
        }

        return run.Detect(new LookPicture(width, height, planes), threshold, int.MaxValue) ?? throw new InvalidOperationException($"{Name} gave no scores.");
    }

    public void Dispose()
    {
        foreach (var run in _runs.Values)
        {
            run.Dispose();
        }

        _session.Dispose();
    }

    private static int Side(int side, int longer, int width, int height) =>
        (int)Math.Ceiling((double)side * longer / Math.Max(width, height) / Multiple) * Multiple;
}
