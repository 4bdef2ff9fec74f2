"""What people may write in their own words, with the flags that anybody would hear in it."""

from types import MappingProxyType

FLAGS_OF_WORDS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "": (),
        "panic attacks on the subway": (),
        "I feel sad most days": (),
        "we argue about money and the kids": (),
        "speech therapy for my son": (),
        "I want to kill myself": ("suicide",),
        "my husband hits me and I am scared of him": ("partner_violence",),
        "my boyfriend hits me": ("partner_violence",),
        "I hear voices telling me things": ("psychosis",),
        "I took too many pills last night": ("overdose",),
    }
)
