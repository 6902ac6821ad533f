using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Whisper;
using VideoIndex.Onnx.Whisper.Graph;
using VideoIndex.Speech.Network;

namespace VideoIndex.Speech.Tests.Network;

/// <summary>The small random network of the reference vectors, as a network of ours: its graphs are made anew for a test run, in a folder that is gone afterwards.</summary>
public sealed class ReferenceNetwork : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videoindex-whisper-");
    private readonly Lazy<ISpeechNetwork> _network;

    public ReferenceNetwork() => _network = new Lazy<ISpeechNetwork>(() => Open(Precision.Real32));

    /// <summary>The folder of the vectors.</summary>
    public static string Vectors { get; } = Path.Combine(Fixtures.Folder, "whisper");

    /// <summary>Products in 32 bits.</summary>
    public ISpeechNetwork Network => _network.Value;

    /// <summary>A network of its own, to be closed by who asked.</summary>
    public ISpeechNetwork Open(Precision precision)
    {
        return SpeechNetworks.Of(Models.Make(Vectors, NewFolder(), precision));
    }

    /// <summary>The same of whisper.cpp's file.</summary>
    public ISpeechNetwork OpenGgml() => SpeechNetworks.Of(Models.Make(Path.Combine(Vectors, "ggml-reference.bin"), NewFolder(), Precision.Real32));

    /// <summary>What makes and opens graphs.</summary>
    internal SpeechModels Models => new(new ModelCatalogue("", Manifest.Embedded), Runtime, new ModelSessionOptions { Providers = ["cpu"] });

    /// <summary>What runs them.</summary>
    internal IModelRuntime Runtime { get; } = new OnnxRuntime(new OnnxRuntimeOptions { Library = OnnxLibrary.Path });

    /// <summary>A folder that is not there yet.</summary>
    internal string NewFolder() => Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}");

    /// <summary>The sound picture of the reference recording, 30 seconds of it.</summary>
    public static float[] Recording { get; } = Fixtures.Present ? Read() : [];

    /// <summary>The sound picture of 30 seconds of silence: every band at the least there is.</summary>
    public static float[] Silence { get; } = [.. Enumerable.Repeat(-1.5f, 80 * 3000)];

    public void Dispose()
    {
        if (_network.IsValueCreated)
        {
            _network.Value.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private static float[] Read()
    {
        var (known, filled) = (Numbers.Of("audio/mel_80_jfk_first1104.npy"), Json.Of("audio/mel_info.json").GetProperty("mel_80").GetProperty("fill_value").GetSingle());
        var mel = new float[80 * 3000];
        Array.Fill(mel, filled);
        for (var row = 0; row < 80; row++)
        {
            known.AsSpan(row * 1104, 1104).CopyTo(mel.AsSpan(row * 3000));
        }

        return mel;
    }
}
