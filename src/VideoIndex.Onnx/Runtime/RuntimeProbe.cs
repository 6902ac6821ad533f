using VideoIndex.Inference;

namespace VideoIndex.Onnx.Runtime;

/// <summary>Finds out what models are run on here, by running the smallest there is: it gives back the one number it is given.</summary>
/// <param name="Provider">What ran it.</param>
/// <param name="PassedOver">Why each that would be faster did not, a sentence each.</param>
public sealed record RuntimeProbe(string Provider, IReadOnlyList<string> PassedOver)
{
    // One operation, Identity, from x to y: the numbers of an ONNX file, as a test writes it.
    private const string Model = "CAg6OgoQCgF4EgF5IghJZGVudGl0eRIEdGlueVoPCgF4EgoKCAgBEgQKAggBYg8KAXkSCgoICAESBAoCCAFCAhAP";

    /// <summary>Gets the model's file.</summary>
    public static byte[] ModelBytes => Convert.FromBase64String(Model);

    /// <summary>Runs it.</summary>
    /// <param name="runtime">The runtime, which must be there.</param>
    /// <param name="options">How models are to be run.</param>
    /// <exception cref="ModelException">Nothing here runs any model.</exception>
    public static RuntimeProbe Run(IModelRuntime runtime, ModelSessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        var folder = Directory.CreateTempSubdirectory("videoindex-");
        try
        {
            var path = Path.Combine(folder.FullName, "probe.onnx");
            File.WriteAllBytes(path, ModelBytes);
            using var session = runtime.Open(path, options);
            _ = session.Run(new Tensor<float>(new float[1], 1));
            return new RuntimeProbe(session.Provider, session.PassedOver);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
