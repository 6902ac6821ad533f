using System.CommandLine;
using VideoIndex.Hearing;
using VideoIndex.Pipeline.Hearing;

namespace VideoIndex.Cli.Commands.Hearing;

/// <summary>The options that say who listens to what, and how.</summary>
internal sealed class SpeechChoice
{
    private const string Variable = "VIDEOINDEX_LISTEN", Auto = "auto", Always = "always", Off = "off";
    private const int MostBeams = 8, MostWindows = 64, MostWords = 1000;

    private readonly Option<string?> _listen = new("--listen")
    {
        Description = $"Which audio tracks are listened to: {Auto} (those without captions in their language), {Always} or {Off}. Default: what {Variable} says, else {Auto}.",
        HelpName = "WHEN",
    };

    private readonly Option<string?> _engine = new("--speech-engine")
    {
        Description = "Who listens: onnx (an installed model), endpoint (a service) or whisper-cli (a program). Default: onnx.",
        HelpName = "ENGINE",
    };

    private readonly Option<string?> _model = new("--speech-model") { Description = "The model that listens: a name videoindex models lists, the service's own, or whisper-cli's file.", HelpName = "NAME" };
    private readonly Option<string?> _endpoint = new("--speech-endpoint") { Description = "The address of the service, such as https://localhost:8080/v1; its key is in VIDEOINDEX_SPEECH_KEY.", HelpName = "URL" };
    private readonly Option<int?> _batch = new("--speech-batch") { Description = "How many stretches of speech are heard side by side. Default: 8.", HelpName = "N" };
    private readonly Option<string?> _language = new("--language") { Description = "The language that is spoken, such as de. Default: found out, track by track.", HelpName = "CODE" };
    private readonly Option<bool> _translate = new("--translate") { Description = "Write down in English what is said." };
    private readonly Option<bool> _byStretch = new("--language-by-stretch") { Description = "Find the language out anew for every stretch of speech: people take turns in several." };
    private readonly Option<string?> _prompt = new("--speech-prompt") { Description = "Words taken as said before, for style and context.", HelpName = "TEXT" };
    private readonly Option<bool> _previous = new("--condition-on-previous")
    {
        Description = "Let what was said before help to understand what comes next: slower, one window after the other, and a mistake may spread.",
    };

    private readonly Option<int?> _beam = new("--beam") { Description = "How many readings are followed side by side, from 1 to 8; more is slower and a little better. Default: 1.", HelpName = "N" };
    private readonly Option<string?> _glossary = new("--glossary") { Description = "A text file of names and words that may be said, one a line, to be spelled so.", HelpName = "FILE" };
    private readonly Option<bool> _noBrands = new("--no-brand-glossary") { Description = "Do not tell the transcriber the names of the library's brands." };
    private readonly bool _asks;

    /// <summary>Makes them.</summary>
    /// <param name="asks">Whether it is chosen when somebody listens: a command that is there to listen does.</param>
    public SpeechChoice(bool asks)
    {
        _asks = asks;
        _engine.AcceptOnlyFromAmong([.. SpeechEngines.All]);
        Naming.Bound(_batch, 1, MostWindows);
        Naming.Bound(_beam, 1, MostBeams);
    }

    /// <summary>Gets the options.</summary>
    public IReadOnlyList<Option> Options =>
        [.. _asks ? [_listen] : (Option[])[], _engine, _model, _endpoint, _batch, _language, _byStretch, _translate, _prompt, _previous, _beam, _glossary, _noBrands];

    /// <summary>Returns who listens to what: typed, else what the environment says, else the default.</summary>
    /// <exception cref="CommandException">What was typed makes no sense.</exception>
    public Ears Chosen(Invocation invocation)
    {
        var when = _asks ? When(invocation) : ListenWhen.Always;
        if (when == ListenWhen.Never)
        {
            return Ears.Shut;
        }

        var engine = invocation.Get(_engine) ?? SpeechEngines.Onnx;
        var listener = SpeechEngines.Of(invocation, engine, invocation.Get(_model), invocation.Get(_endpoint), invocation.Get(_batch));
        var options = new TranscriptionOptions
        {
            Language = Language(invocation),
            LanguageByStretch = invocation.Get(_byStretch),
            Translate = invocation.Get(_translate),
            Prompt = invocation.Get(_prompt) ?? "",
            ConditionOnPrevious = invocation.Get(_previous),
            Beam = invocation.Get(_beam) ?? 1,
        };
        return new Ears(listener, when, options) { Words = Words(invocation.Get(_glossary)), KnowBrands = !invocation.Get(_noBrands) };
    }

    private ListenWhen When(Invocation invocation)
    {
        var (typed, set) = (invocation.Get(_listen), Environment.GetEnvironmentVariable(Variable));
        var text = typed ?? (string.IsNullOrWhiteSpace(set) ? Auto : set);
        return text switch
        {
            Auto => ListenWhen.WhereNoCaptions,
            Always => ListenWhen.Always,
            Off => ListenWhen.Never,
            _ => throw new CommandException(ExitCodes.Usage, "bad-listen", $"'{text}' ({(typed is null ? Variable : "--listen")}) is none of {Auto}, {Always} and {Off}."),
        };
    }

    private string? Language(Invocation invocation) => invocation.Get(_language) is not { } typed ? null
        : SpokenLanguage.Of(typed) is { Length: 2 or 3 } code ? code
        : throw new CommandException(ExitCodes.Usage, "bad-language", $"'{typed}' (--language) is no language's code, such as de or ja.");

    private static IReadOnlyList<string> Words(string? file)
    {
        if (file is null)
        {
            return [];
        }

        if (!File.Exists(file))
        {
            throw new CommandException(ExitCodes.NotFound, "no-such-file", $"There is no file '{file}' (--glossary).");
        }

        return [.. File.ReadLines(file).Select(line => line.Trim()).Where(line => line != "").Take(MostWords)];
    }
}
