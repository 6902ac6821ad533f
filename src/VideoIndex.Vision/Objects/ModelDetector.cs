using System.Collections.Concurrent;
using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Tags;

namespace VideoIndex.Vision.Objects;

/// <summary>Finds things with a model. Several threads may use one at once; each borrows memory of its own, which is kept.</summary>
internal sealed class ModelDetector : IObjectDetector
{
    private readonly ModelCard _card;
    private readonly IModelSession _session;
    private readonly IDetectionHead _head;
    private readonly DetectionLimits _limits;
    private readonly ConcurrentBag<ModelRun> _idle = [];
    private volatile bool _disposed;

    /// <summary>Creates one, and makes sure that the model is what its card says.</summary>
    /// <param name="card">What the model is.</param>
    /// <param name="session">The model, ready to run; disposed with this.</param>
    /// <param name="head">What its numbers mean.</param>
    /// <param name="limits">What is told.</param>
    /// <exception cref="ModelException">The model takes or gives something else.</exception>
    public ModelDetector(ModelCard card, IModelSession session, IDetectionHead head, DetectionLimits limits)
    {
        (_card, _session, _head, _limits) = (card, session, head, limits);
        Origin = new Origin("model", card.Name, card.Revision);
        _idle.Add(new ModelRun(session, head));
    }

    /// <inheritdoc/>
    public Origin Origin { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Labels => _card.Labels;

    /// <inheritdoc/>
    public IReadOnlyList<Detection> Detect(in LookPicture picture)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (picture.IsEmpty)
        {
            return [];
        }

        var run = Borrow(_head.For(picture.Width, picture.Height));
        try
        {
            return run.Detect(picture, _limits.Floor, _limits.Most) ?? throw new ModelException(
                "no-scores", $"The model '{_card.Name}' gave numbers that are no scores: it is broken, or not what its card says. Run: videoindex models verify");
        }
        finally
        {
            _idle.Add(run);
        }
    }

    /// <summary>Frees the model; nothing may be detecting any more.</summary>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var run))
        {
            run.Dispose();
        }

        _session.Dispose();
    }

    private ModelRun Borrow(IDetectionHead head)
    {
        while (_idle.TryTake(out var run))
        {
            if (run.Input == head.Input)
            {
                return run;
            }

            run.Dispose();
        }

        return new ModelRun(_session, head);
    }
}
