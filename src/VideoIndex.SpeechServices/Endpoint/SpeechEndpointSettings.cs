using VideoIndex.Hearing;

namespace VideoIndex.SpeechServices.Endpoint;

/// <summary>A service that writes down what is said in sound it is sent, by OpenAI's <c>audio/transcriptions</c>, and how it is to be used.</summary>
/// <param name="Address">
/// Where it is: a server (<c>http://localhost:8000</c>), the base of its interface (<c>https://api.openai.com/v1</c>), or the whole address
/// (<c>https://NAME.openai.azure.com/openai/deployments/NAME/audio/transcriptions?api-version=2024-10-21</c>, <c>http://localhost:8080/inference</c>). https, unless
/// it is this machine.
/// </param>
/// <param name="Model">The model's name there; with Azure, the deployment's. whisper.cpp's server has one model and does not ask.</param>
public sealed record SpeechEndpointSettings(Uri Address, string Model = SpeechEndpointSettings.DefaultModel)
{
    /// <summary>The name of the model unless another is given: OpenAI's own Whisper, which gives times of words.</summary>
    public const string DefaultModel = "whisper-1";

    /// <summary>Gets what it knows its caller by; null for a service that asks for none.</summary>
    public SpeechKey? Key { get; init; }

    /// <summary>Gets how it is spoken to; by default what its address shows.</summary>
    public ServiceDialect? Dialect { get; init; }

    /// <summary>Gets the largest upload, in bytes, from 1,000,000; 25,000,000 by default, which is what OpenAI and Azure take at most.</summary>
    public long LargestUpload { get; init; } = 25_000_000;

    /// <summary>Gets the longest piece that is sent at once, in seconds, from 30 to 1,500; 600 by default: what is lost with a connection, and is sent again.</summary>
    public int LongestPiece { get; init; } = 600;

    /// <summary>Gets how many pieces are on their way at once, from 1 to 8; 2 by default. One where a piece needs the words of the one before.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>Gets how long one answer may take; 15 minutes by default, for a server without a GPU may be no faster than speech.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets how often a piece is sent again that was not answered; 4 by default.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>Gets how long it waits before the first time; about twice as long before each more, never the same for all. A second by default.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets the longest wait, that a service asks for included; 2 minutes by default.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets how many attempts within two minutes it takes, half of them failed, until a service is left alone for a minute; 6 by default.</summary>
    public int AttemptsBeforeRest { get; init; } = 6;

    /// <summary>Gets what a minute of sound costs, in <see cref="Currency"/>; null by default, and then no cost is reckoned.</summary>
    public decimal? PricePerMinute { get; init; }

    /// <summary>Gets the currency of the price; <c>USD</c> by default.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Returns how many samples a piece may have, by both limits.</summary>
    internal int LongestSamples(long beside) =>
        (int)Math.Min((long)LongestPiece * ISound.Rate, (LargestUpload - beside - Sound.WaveFile.Header) / 2);
}

/// <summary>How services that offer the same differ.</summary>
public enum ServiceDialect
{
    /// <summary>OpenAI's own, and what imitates it: a bearer's key, <c>/v1/audio/transcriptions</c> and <c>/v1/audio/translations</c>.</summary>
    OpenAi,

    /// <summary>Azure OpenAI: an <c>api-key</c> header, and an address with a deployment and a version.</summary>
    Azure,

    /// <summary>whisper.cpp's server at its own address, <c>/inference</c>: one model, a field for translation, and a language that must be asked to be found.</summary>
    WhisperCpp,
}
