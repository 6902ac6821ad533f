using VideoIndex.Looks;
using VideoIndex.Tags;

namespace VideoIndex.Objects;

/// <summary>Finds things of known classes in pictures: objects, or faces. Several threads may use one at once.</summary>
public interface IObjectDetector : IDisposable
{
    /// <summary>Gets who says what is there: the model, with its version.</summary>
    Origin Origin { get; }

    /// <summary>Gets the names of the classes, in the model's order.</summary>
    IReadOnlyList<string> Labels { get; }

    /// <summary>Finds what is in a picture, down to scores far below any that is believed: thresholds are applied when asked.</summary>
    /// <returns>What was found, the surest first; of two of a class that cover each other, the surer.</returns>
    /// <exception cref="Inference.ModelException">The model failed.</exception>
    IReadOnlyList<Detection> Detect(in LookPicture picture);
}

/// <summary>A thing found in a picture.</summary>
/// <param name="Label">Which of the detector's classes it is, from 0.</param>
/// <param name="Score">How sure the model is, from 0 to 1, as it says it.</param>
/// <param name="Box">Where it is.</param>
public readonly record struct Detection(int Label, float Score, DetectionBox Box);

/// <summary>An upright box in a picture, in pixels of that picture from its top left corner; it may reach beyond its edges.</summary>
/// <param name="Left">Where it begins.</param>
/// <param name="Top">Where it begins.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Bottom">Where it ends.</param>
public readonly record struct DetectionBox(float Left, float Top, float Right, float Bottom);

/// <summary>Opens a detector of one kind: of objects, or of faces.</summary>
public interface IObjectDetectors
{
    /// <summary>Gets why there is none here, as a sentence that says what to run; null when there is one.</summary>
    string? Missing { get; }

    /// <summary>Opens one; to be asked only when none is missing.</summary>
    /// <exception cref="Inference.ModelException">The model cannot be run after all.</exception>
    IObjectDetector Open();
}
