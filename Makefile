# fanwiki: `make run` tries it, `make test` tests it. Both set up what they need first.
# PYTHON=/path/to/python3 picks the Python to set up with.

BIN := .venv/bin
WORKERS ?= 2

# Tests need no screen. The sandbox of Chromium, which the web view has too, does not start for root: it is off then,
# here only. The program itself never turns it off.
ifeq ($(shell id -u),0)
SANDBOX := QTWEBENGINE_DISABLE_SANDBOX=1
endif
HEADLESS := QT_QPA_PLATFORM=offscreen $(SANDBOX)

.PHONY: help run demo screenshots translations test check lint types imports wheel format freeze set-up set-up-for-tests clean

help:
	@echo "make run      set up, then open the window; without a display, take the guided tour in build/demo/"
	@echo "make test     set up, then run every check and every test"
	@echo "make check    style, types, import contracts, and the wheel with the end-to-end tests against it"
	@echo "make demo     the guided tour of the command line in build/demo/"
	@echo "make screenshots  pictures of every pane and dialog, from the sample, into docs/images/"
	@echo "make translations  collect the window's texts and compile what is translated"
	@echo "make format   lay out the code"
	@echo "make freeze   a folder in build/freeze/dist/ that runs without Python (needs binutils)"
	@echo "make clean    remove what was built; .venv stays"

run: set-up
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(SANDBOX) exec $(BIN)/fanwiki; \
	else \
		$(BIN)/python packaging/demo.py build/demo && \
		$(HEADLESS) $(BIN)/python packaging/screenshots.py build/demo/window 2>build/demo/window.log; \
	fi

screenshots: set-up-for-tests
	$(HEADLESS) $(BIN)/python packaging/screenshots.py docs/images
	$(HEADLESS) $(BIN)/python packaging/screenshots.py build/contrast contrast

translations: set-up-for-tests
	$(BIN)/python packaging/translations.py

demo: set-up
	@$(BIN)/python packaging/demo.py build/demo

test: check
	$(HEADLESS) $(BIN)/python -m pytest -q -n $(WORKERS) --dist loadfile

check: lint types imports wheel

lint: set-up-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: set-up-for-tests
	$(BIN)/mypy

imports: set-up-for-tests
	$(BIN)/lint-imports

wheel: set-up-for-tests
	$(HEADLESS) $(BIN)/python packaging/check_wheel.py

format: set-up-for-tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

freeze: wheel
	$(BIN)/python -m venv build/freeze/venv
	build/freeze/venv/bin/python -m pip install -qq build/wheel/dist/*.whl "pyinstaller>=6.10,<7"
	build/freeze/venv/bin/pyinstaller --noconfirm --log-level WARN --distpath build/freeze/dist \
		--workpath build/freeze/work packaging/fanwiki.spec
	rm -f build/freeze/sample.fanwiki
	build/freeze/dist/fanwiki/fanwiki new build/freeze/sample.fanwiki --sample
	build/freeze/dist/fanwiki/fanwiki show build/freeze/sample.fanwiki Home --as text

set-up:
	@sh packaging/setup.sh run

set-up-for-tests:
	@sh packaging/setup.sh test

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
