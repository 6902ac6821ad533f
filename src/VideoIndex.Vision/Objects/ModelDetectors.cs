using VideoIndex.Inference;
using VideoIndex.Objects;
using VideoIndex.Vision.Faces;

namespace VideoIndex.Vision.Objects;

/// <summary>Opens detectors whose model is in the catalogue.</summary>
/// <param name="catalogue">Which models there are.</param>
/// <param name="runtime">What runs them.</param>
/// <param name="task">What for, <see cref="ModelTasks.Objects"/> or <see cref="ModelTasks.Faces"/>.</param>
/// <param name="options">How they are run.</param>
public sealed class ModelDetectors(IModelCatalogue catalogue, IModelRuntime runtime, string task, ModelSessionOptions options) : IObjectDetectors
{
    // What the numbers of a model mean, by the head its card names.
    private static readonly Dictionary<string, Func<ModelCard, IDetectionHead>> Heads = new()
    {
        ["yolox"] = card => new YoloxHead(card.Width, card.Height, card.Labels.Count),
        ["fastestdet"] = card => new FastestDetHead(card.Width, card.Height, card.Labels.Count),
        ["yunet"] = card => new YunetHead(card.Width, card.Height),
        ["ultraface"] = card => new UltrafaceHead(card.Width, card.Height, fromPriors: false),
        ["ultraface-priors"] = card => new UltrafaceHead(card.Width, card.Height, fromPriors: true),
    };

    /// <summary>Gets how much of what a model says is told.</summary>
    public DetectionLimits Limits { get; init; } = new();

    /// <inheritdoc/>
    public string? Missing =>
        runtime.Missing is { } reason ? $"{Subject} are not looked for: {reason}"
        : catalogue.Serving(task) is not { } model ? $"{Subject} are not looked for: no model for it is installed. Run: videoindex models install {Preferred}"
        : Heads.ContainsKey(model.Card.Head) ? null
        : $"{Subject} are not looked for: the numbers of the model '{model.Card.Name}' are of the kind '{model.Card.Head}', which is not known here.";

    private string Subject => task == ModelTasks.Faces ? "Faces" : "Objects";

    private string Preferred => catalogue.Known.FirstOrDefault(card => card.Task == task)?.Name ?? task;

    /// <inheritdoc/>
    public IObjectDetector Open()
    {
        if (Missing is not null || catalogue.Serving(task) is not { } model)
        {
            throw new ModelException("no-model", Missing ?? $"{Subject} are not looked for: their model was removed just now.");
        }

        var session = runtime.Open(model.Path, options);
        try
        {
            return new ModelDetector(model.Card, session, Heads[model.Card.Head](model.Card), Limits);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
