using System.Globalization;
using VideoIndex.Hearing;
using VideoIndex.Speech.Batched;
using VideoIndex.SpeechServices.Endpoint;
using VideoIndex.SpeechServices.Programs;

namespace VideoIndex.Cli.Commands.Hearing;

/// <summary>Makes what listens: a model on this machine, a service, or an installed program. To put another engine here, add a line.</summary>
internal static class SpeechEngines
{
    /// <summary>Models that are installed, run by this program.</summary>
    public const string Onnx = "onnx";

    /// <summary>A service that speaks as OpenAI's does.</summary>
    public const string Endpoint = "endpoint";

    /// <summary>whisper.cpp's program.</summary>
    public const string WhisperCli = "whisper-cli";

    private const string Price = "VIDEOINDEX_SPEECH_PRICE";

    /// <summary>Gets the names of all, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [Onnx, Endpoint, WhisperCli];

    /// <summary>Returns what opens an engine.</summary>
    /// <param name="invocation">What was typed.</param>
    /// <param name="engine">One of <see cref="All"/>.</param>
    /// <param name="model">The model's name, or its file; null for the engine's own choice.</param>
    /// <param name="address">Where a service is; null where none was typed.</param>
    /// <param name="batch">How many windows are heard side by side; null for the engine's own choice.</param>
    /// <exception cref="CommandException">The engine needs what was not typed.</exception>
    public static ITranscribers Of(Invocation invocation, string engine, string? model, string? address, int? batch) => engine switch
    {
        Endpoint => new EndpointTranscribers(ServiceAt(address, model), TimeProvider.System),
        WhisperCli => new WhisperCliTranscribers(
            new WhisperCliSettings(model ?? throw Needs("--speech-engine whisper-cli", "--speech-model FILE"))
            {
                SearchPath = Environment.GetEnvironmentVariable("PATH") ?? "",
            },
            TimeProvider.System),
        _ => Local(new LocalSpeech(invocation.Models(), invocation.ModelRuntime(), invocation.ModelOptions, model), batch),
    };

    private static SpeechTranscribers Local(LocalSpeech speech, int? batch)
    {
        var usual = new BatchOptions();
        return new SpeechTranscribers(() => speech.Missing, speech.Open, usual with { Windows = batch ?? usual.Windows });
    }

    private static SpeechEndpointSettings ServiceAt(string? address, string? model)
    {
        var text = address ?? throw Needs("--speech-engine endpoint", "--speech-endpoint URL");
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? Priced(new SpeechEndpointSettings(uri, model ?? SpeechEndpointSettings.DefaultModel) { Key = SpeechKey.From(Environment.GetEnvironmentVariable(SpeechKey.Variable)) })
            : throw new CommandException(ExitCodes.Usage, "bad-endpoint", string.Create(CultureInfo.InvariantCulture, $"'{text}' (--speech-endpoint) is no address such as https://localhost:8080/v1."));
    }

    // "0.006", or "0.006 EUR".
    private static SpeechEndpointSettings Priced(SpeechEndpointSettings settings) => Environment.GetEnvironmentVariable(Price)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        null or [] => settings,
        [var amount, .. var rest] when rest.Length < 2 && decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) =>
            settings with { PricePerMinute = price, Currency = rest is [var currency] ? currency : settings.Currency },
        _ => throw new CommandException(ExitCodes.Usage, "bad-price", $"What {Price} says is no price of a minute, such as 0.006 or '0.006 EUR'."),
    };

    private static CommandException Needs(string engine, string option) => new(ExitCodes.Usage, "bad-speech", $"{engine} needs {option}.");
}
